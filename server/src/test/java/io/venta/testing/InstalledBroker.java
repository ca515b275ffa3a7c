package io.venta.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A private node of the RabbitMQ that is installed: its own name, ports, data, cookie and port
 * mapper, so that it meets no other node of the machine.
 */
final class InstalledBroker implements Broker {

    private static final Duration START = Duration.ofMinutes(2);

    private final Path programs;
    private final Path home = ScratchFolder.create("venta-rabbitmq-");
    private final int amqpPort = FreePorts.next();
    private final int stompPort = FreePorts.next();
    private final int managementPort = FreePorts.next();
    private final int mapperPort = FreePorts.next();
    private final Map<String, String> environment;
    private @Nullable ChildProcess mapper;
    private @Nullable ChildProcess server;

    InstalledBroker(Path programs) {
        this.programs = programs;
        this.environment = environment();
        try {
            for (var folder : List.of("etc", "conf.d", "data", "log")) {
                Files.createDirectory(home.resolve(folder));
            }
            for (var file : RabbitMqNode.FILES) {
                Files.copy(ProjectFiles.get("rabbitmq/" + file), home.resolve("etc/" + file));
            }
            Files.writeString(home.resolve("conf.d/90-here.conf"), settings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that has rabbitmq-server and rabbitmqctl, if they are installed. */
    static Optional<Path> programs() {
        // Debian's scripts on the path change to another user where root calls them: go round them.
        var first = Stream.of("/usr/lib/rabbitmq/bin", "/opt/homebrew/sbin", "/usr/local/sbin");
        var path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1));
        return Stream.concat(first, path)
                .map(Path::of)
                .filter(folder -> Files.isExecutable(folder.resolve("rabbitmq-server")))
                .findFirst();
    }

    private Map<String, String> environment() {
        var values = new HashMap<String, String>();
        values.put("HOME", home.toString());
        values.put("PATH", programs + ":" + System.getenv("PATH"));
        values.put("ERL_EPMD_PORT", Integer.toString(mapperPort));
        values.put("ERL_EPMD_ADDRESS", "127.0.0.1");
        values.put("RABBITMQ_NODENAME", "venta-" + amqpPort + "@localhost");
        values.put("RABBITMQ_CONF_ENV_FILE", "/dev/null");
        values.put("RABBITMQ_CONFIG_FILE", home.resolve("etc/rabbitmq.conf").toString());
        values.put("RABBITMQ_CONFIG_FILES", home.resolve("conf.d").toString());
        values.put("RABBITMQ_ENABLED_PLUGINS_FILE", home.resolve("etc/enabled_plugins").toString());
        values.put("RABBITMQ_MNESIA_BASE", home.resolve("data").toString());
        values.put("RABBITMQ_LOG_BASE", home.resolve("log").toString());
        values.put("RABBITMQ_LOGS", "-");
        values.put("RABBITMQ_DIST_PORT", Integer.toString(FreePorts.next()));
        values.put(
                "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                "+S 2:2 -kernel inet_dist_use_interface {127,0,0,1}");
        return values;
    }

    private String settings() {
        return """
        load_definitions = %s
        listeners.tcp.1 = 127.0.0.1:%d
        stomp.listeners.tcp.1 = 127.0.0.1:%d
        management.tcp.ip = 127.0.0.1
        management.tcp.port = %d
        prometheus.tcp.ip = 127.0.0.1
        prometheus.tcp.port = %d
        """
                .formatted(
                        home.resolve("etc/definitions.json"),
                        amqpPort,
                        stompPort,
                        managementPort,
                        FreePorts.next());
    }

    @Override
    public void start(Map<String, String> passwords) {
        if (mapper == null) {
            // Else the server leaves one behind, as a daemon that nobody ends.
            var command = List.of("sh", "-c", "exec epmd -port " + mapperPort);
            mapper = ChildProcess.start(command, environment, home.resolve("log/epmd.log"), ":");
        }
        var command = List.of(programs.resolve("rabbitmq-server").toString());
        var log = home.resolve("log/server.log");
        server = ChildProcess.start(command, environment, log, "rm -rf '" + home + "'");
        var script = home.resolve("etc/set-passwords.sh").toString();
        run(List.of("sh", script), passwords, server);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(Duration.ofSeconds(20));
            server = null;
        }
    }

    @Override
    public void kill() {
        if (server != null) {
            server.kill();
            server = null;
        }
    }

    @Override
    public void remove() {
        kill();
        if (mapper != null) {
            mapper.kill();
        }
        ScratchFolder.delete(home);
    }

    @Override
    public int amqpPort() {
        return amqpPort;
    }

    @Override
    public int stompPort() {
        return stompPort;
    }

    @Override
    public int managementPort() {
        return managementPort;
    }

    @Override
    public String ctl(String... arguments) {
        var command = new ArrayList<>(List.of(programs.resolve("rabbitmqctl").toString()));
        command.add("--quiet");
        command.addAll(List.of(arguments));
        return run(command, Map.of(), server);
    }

    /** Runs a command to its end; fails early where the server it speaks to has died. */
    private String run(
            List<String> command, Map<String, String> more, @Nullable ChildProcess partner) {
        try {
            var output = Files.createTempFile(home, "command", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            builder.environment().putAll(more);
            var process = builder.redirectOutput(output.toFile()).start();
            var outcome = await(process, partner);
            var text = Files.readString(output);
            if (!outcome.isEmpty()) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " " + outcome + ":\n" + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + command + " runs", e);
        }
    }

    /** What went wrong; empty if nothing did. */
    private static String await(Process process, @Nullable ChildProcess partner)
            throws InterruptedException {
        var deadline = System.nanoTime() + START.toNanos();
        while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
            if (partner != null && !partner.isAlive()) {
                return "found RabbitMQ ended, which said\n" + partner.logTail() + "\nand itself";
            }
            if (System.nanoTime() > deadline) {
                return "hangs";
            }
        }
        return process.exitValue() == 0 ? "" : "failed with " + process.exitValue();
    }
}
