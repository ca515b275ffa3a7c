package io.venta.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.testing.ProjectFiles;
import io.venta.testing.RabbitMqNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A lint of what no test can start where there is no container engine. */
class DeploymentFilesTests {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z_]+)(:?[-?][^}]*)?}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<?, ?> services = map(compose().get("services"));

    @TestFactory
    Stream<DynamicTest> composesHealthyServicesThatComeBack() {
        return services.entrySet().stream()
                .map(
                        service ->
                                DynamicTest.dynamicTest(
                                        service.getKey().toString(),
                                        () -> check(map(service.getValue()))));
    }

    private static void check(Map<?, ?> service) {
        assertThat(service.get("healthcheck")).as("healthcheck").isInstanceOf(Map.class);
        assertThat(service.get("restart")).isEqualTo("unless-stopped");
        if (!service.containsKey("build")) {
            assertThat(service.get("image")).asString().as("a version").matches("[a-z]+:\\d\\S*");
        }
        map(service.get("environment"))
                .forEach(
                        (name, value) -> {
                            if (name.toString().matches(".*(PASSWORD|SECRET|TOKEN).*")) {
                                assertThat(value)
                                        .asString()
                                        .as(name.toString())
                                        .matches("\\$\\{\\w+:(-|\\?.+)}");
                            }
                        });
    }

    @Test
    void composesTheShapeOfProduction() {
        assertThat(services.keySet().toString()).isEqualTo("[rabbitmq, redis, postgres, server]");
        var server = map(services.get("server"));
        assertThat(server.get("ports")).isEqualTo(List.of("5006:5006"));
        assertThat(map(server.get("environment")).get("SPRING_PROFILES_ACTIVE"))
                .isEqualTo("production");
        assertThat(map(services.get("rabbitmq")).get("image")).isEqualTo(RabbitMqNode.IMAGE);
    }

    @Test
    void mountsFilesThatExistAndVolumesThatAreDeclared() {
        var declared = map(compose().get("volumes"));
        var mounts =
                services.values().stream()
                        .map(service -> map(service).get("volumes"))
                        .filter(List.class::isInstance)
                        .flatMap(volumes -> ((List<?>) volumes).stream())
                        .map(Object::toString)
                        .toList();
        assertThat(mounts).hasSizeGreaterThan(5);
        for (var mount : mounts) {
            var source = mount.substring(0, mount.indexOf(':'));
            if (source.startsWith("./")) {
                assertThat(ProjectFiles.root().resolve(source)).isRegularFile();
                assertThat(mount).endsWith(":ro");
            } else {
                assertThat(declared.containsKey(source)).as(source).isTrue();
            }
        }
    }

    @Test
    void namesEverySettingOfTheEnvironmentInTheExample() throws IOException {
        var known = new TreeSet<String>();
        Files.readString(ProjectFiles.get(".env.example"))
                .lines()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .forEach(
                        line -> {
                            assertThat(line).as("no secret").endsWith("=");
                            known.add(line.substring(0, line.indexOf('=')));
                        });
        var needed = new TreeSet<String>();
        REFERENCE
                .matcher(Files.readString(ProjectFiles.get("docker-compose.yml")))
                .results()
                .map(result -> result.group(1))
                .forEach(needed::add);
        assertThat(known).isSubsetOf(needed);
        needed.removeAll(Set.of("JAVA_OPTS", "GATEWAY_TILE_URL", "GATEWAY_TILE_ATTRIBUTION"));
        assertThat(known).isEqualTo(needed);
    }

    @Test
    void buildsTheImageFromWhatExistsAndRunsItAsNobodyInParticular() throws IOException {
        var lines = Files.readAllLines(ProjectFiles.get("server/Dockerfile"));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("COPY ") && !line.contains("--from="))
                .isNotEmpty()
                .allSatisfy(
                        line -> {
                            var words = List.of(line.split(" ", -1));
                            for (var source : words.subList(1, words.size() - 1)) {
                                assertThat(ProjectFiles.root().resolve(source)).exists();
                            }
                        });
        assertThat(lines).contains("USER venta", "EXPOSE 5006");
        assertThat(lines).anyMatch(line -> line.startsWith("HEALTHCHECK "));
        assertThat(lines.getLast()).startsWith("ENTRYPOINT ").contains("exec java ");
    }

    @Test
    void definesNoPasswordsAndNoTags() {
        var users = definitions().get("users");
        assertThat(users).hasSize(3);
        for (var user : users) {
            assertThat(user.get("password_hash").asString()).isEmpty();
            assertThat(user.has("password")).isFalse();
            assertThat(user.get("tags")).isEmpty();
        }
    }

    @Test
    void definesDurableTopicExchangesAndBoundedQueues() {
        assertThat(definitions().get("exchanges"))
                .extracting(exchange -> exchange.get("name").asString())
                .containsExactly("notifications", "events", "commands", "gateway", "dead-letter");
        assertThat(definitions().get("exchanges"))
                .allMatch(exchange -> exchange.get("durable").asBoolean())
                .allMatch(exchange -> exchange.get("type").asString().equals("topic"));
        assertThat(definitions().get("policies"))
                .isNotEmpty()
                .allMatch(policy -> policy.get("definition").has("max-length"));
    }

    @Test
    void runsOnlyScriptsThatMayBeRun() throws IOException {
        try (var scripts = Files.list(ProjectFiles.get("rabbitmq"))) {
            assertThat(scripts.filter(file -> file.toString().endsWith(".sh")))
                    .isNotEmpty()
                    .allMatch(Files::isExecutable);
        }
        for (var script : List.of("run", "desktop", "package-desktop", "test", "replay", "bench")) {
            assertThat(ProjectFiles.get("bin/" + script)).isExecutable();
        }
    }

    private static JsonNode definitions() {
        return JSON.readTree(ProjectFiles.get("rabbitmq/definitions.json").toFile());
    }

    private static Map<?, ?> compose() {
        try {
            var text = Files.readString(ProjectFiles.get("docker-compose.yml"));
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mapping of the file; an empty one where there is none. */
    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
