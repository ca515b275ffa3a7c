package io.venta.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.connection.GatewayApi;
import io.venta.desktop.connection.ServerAddress;
import io.venta.model.session.LoginRequest;
import io.venta.testing.ProjectFiles;
import io.venta.testing.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desktop as it is handed out: a program that needs no Java, and a script for one look. */
class PackageIntegrationTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String HEADLESS =
            "-Dglass.platform=Headless -Dprism.order=sw -XX:TieredStopAtLevel=1";

    private static final String PASSWORD = "a demo's password";
    private static final String CONNECTED = "\"deviceType\":\"desktop\"";
    private static final Pattern ADDRESS = Pattern.compile("it is at (http://\\S+)");

    /** The scripts build nothing: a build is under way, which has just made what they need. */
    private static final Map<String, String> FOR_SCRIPTS =
            Map.of(
                    "PATH",
                    System.getenv("PATH"),
                    "JAVA_HOME",
                    System.getProperty("java.home"),
                    "VENTA_BUILDING",
                    "yes",
                    "GATEWAY_DEMO_PASSWORD",
                    PASSWORD);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    @Test
    void makesAProgramThatSignsInWithoutAnyJava() throws Exception {
        Process packaging = start("package.log", FOR_SCRIPTS, script("package-desktop"));
        assertThat(exitCode(packaging)).as(log("package.log")).isZero();
        Path image = ProjectFiles.get("desktop-client/target/package/Venta");
        assertThat(megabytes(image)).isBetween(50L, 150L);

        String program = image.resolve("bin/Venta").toString();
        try (ServerProcess server = ServerProcess.embedded().start()) {
            Process desktop =
                    start(
                            "desktop.log",
                            Map.of("GATEWAY_DEMO_PASSWORD", server.demoPassword()),
                            program,
                            "--server",
                            server.baseUrl().toString(),
                            "--demo");
            try {
                await().atMost(PATIENCE)
                        .until(() -> !desktop.isAlive() || sessions(server).contains(CONNECTED));
                assertThat(desktop.isAlive()).as(log("desktop.log")).isTrue();
            } finally {
                desktop.destroy();
                exitCode(desktop);
            }
        }
        Process refusal = start("refusal.log", Map.of(), program, "--server=ftp://nowhere");
        assertThat(exitCode(refusal)).isEqualTo(2);
        assertThat(log("refusal.log")).contains("no server's address");
    }

    @Test
    void showsAFleetByOneCommandAndLeavesNothingBehind() throws Exception {
        Process script = start("demo.log", FOR_SCRIPTS, script("desktop"), "--demo");
        GatewayApi server;
        try {
            await().atMost(PATIENCE)
                    .until(() -> !script.isAlive() || ADDRESS.matcher(log("demo.log")).find());
            Matcher address = ADDRESS.matcher(log("demo.log"));
            assertThat(address.find()).as(log("demo.log")).isTrue();
            server = new GatewayApi(ServerAddress.parse(address.group(1)));
            String token =
                    server.login(new LoginRequest("demo-dispatcher", PASSWORD)).accessToken();
            await().atMost(PATIENCE)
                    .until(
                            () ->
                                    server.get("/api/sessions", token, Map.class)
                                            .toString()
                                            .contains("deviceType=desktop"));
        } finally {
            script.destroy();
            exitCode(script);
        }
        assertThatThrownBy(server::clientConfig).isInstanceOf(IOException.class);
    }

    private Process start(String log, Map<String, String> environment, String... command)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve(log).toFile());
        builder.environment().clear();
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("JAVA_TOOL_OPTIONS", HEADLESS + " -Djava.io.tmpdir=" + folder);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static int exitCode(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("It does not end");
        }
        return process.exitValue();
    }

    private String log(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private static String sessions(ServerProcess server) {
        return server.get("/api/sessions", server.login("demo-dispatcher")).body();
    }

    private static String script(String name) {
        return ProjectFiles.get("bin/" + name).toString();
    }

    private static long megabytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(PackageIntegrationTests::size).sum()
                    / 1_000_000;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
