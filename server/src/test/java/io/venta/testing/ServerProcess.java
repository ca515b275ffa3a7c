package io.venta.testing;

import io.venta.model.Role;
import io.venta.model.session.LoginReply;
import io.venta.model.session.LoginRequest;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gateway as a process of its own, started from the {@link ServerJar jar that is shipped}, on a
 * free port of the loopback interface. It ends with this JVM at the latest.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int port;
    private final boolean isSecure;
    private final HttpCalls http;
    private final String demoPassword;
    private final Path folder;
    private final ChildProcess process;

    private ServerProcess(Builder builder) {
        this.port = builder.port;
        this.isSecure = builder.certificate != null;
        this.http = new HttpCalls(baseUrl(), builder.certificate);
        this.demoPassword = builder.demoPassword;
        this.folder = ScratchFolder.create("venta-server-");
        var log = folder.resolve("server.log");
        var cleanup = "rm -rf '" + folder + "'";
        this.process =
                ChildProcess.start(builder.command(folder), builder.environment, log, cleanup);
    }

    /** A server with nothing but its JVM: in-memory stores, demo accounts, no demo fleet. */
    public static Builder embedded() {
        return new Builder("embedded").argument("--no-demo");
    }

    /** A node in production's shape. Several with the same parts, and so one database, join. */
    public static Builder production(RabbitMqNode broker, RedisNode redis) {
        return new Builder("production")
                .environment(broker.serverEnvironment())
                .environment("REDIS_URL", redis.url())
                .environment("DATABASE_URL", PostgresNode.shared().url("venta_" + redis.port()));
    }

    /** Starts several at a time, which takes hardly longer than one. */
    public static List<ServerProcess> startAll(List<Builder> builders) {
        var servers = builders.stream().map(Builder::launch).toList();
        servers.forEach(ServerProcess::awaitReady);
        return servers;
    }

    /** {@code http://127.0.0.1:PORT}, without a slash at its end. */
    public URI baseUrl() {
        return URI.create((isSecure ? "https" : "http") + "://127.0.0.1:" + port);
    }

    /** Where STOMP clients connect. */
    public URI wsUrl() {
        return URI.create((isSecure ? "wss" : "ws") + "://127.0.0.1:" + port + "/ws");
    }

    /** Password of all demo accounts. */
    public String demoPassword() {
        return demoPassword;
    }

    /** Signs a demo account in, {@code demo-dispatcher} for example, and answers its token. */
    public String login(String user) {
        var body = JSON.writeValueAsString(new LoginRequest(user, demoPassword));
        var request =
                http.request("/api/auth/login")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        var response = http.exchange(request);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(user + " is refused: " + response.body());
        }
        return JSON.readValue(response.body(), LoginReply.class).accessToken();
    }

    /** GET as the bearer of a token. */
    public HttpResponse<String> get(String path, String token) {
        return send("GET", path, "Authorization", "Bearer " + token);
    }

    /** GET as nobody. */
    public HttpResponse<String> get(String path) {
        return http.exchange(http.request(path));
    }

    /** The sum of the metrics whose name, with what stands in braces after it, begins so. */
    public double metric(String name) {
        var admin = Tokens.of("metrics", Role.ADMIN).sign();
        return MetricsText.sum(get("/metrics", admin).body(), name);
    }

    /** A request without a body; headers as name, value, name, value. */
    public HttpResponse<String> send(String method, String path, String... headers) {
        var request = http.request(path).headers(headers);
        return http.exchange(request.method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** All that it logged so far. */
    public String log() {
        return process.log();
    }

    /** How many bytes of its heap are in use, after a full collection. */
    public long usedHeap() {
        return process.usedHeap();
    }

    /** Sends a signal: STOP has it stand still with its sockets open, CONT go on. */
    public void signal(String name) {
        process.signal(name);
    }

    /** Asks it to end and waits for that. */
    public void stop() {
        stop(Duration.ofSeconds(30));
    }

    void stop(Duration patience) {
        process.stop(patience);
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.kill();
    }

    /** Ends it and removes its log. */
    @Override
    public void close() {
        stop();
        ScratchFolder.delete(folder);
    }

    private ServerProcess awaitReady() {
        try {
            Awaitility.await("GET /ready")
                    .atMost(START)
                    .until(() -> !process.isAlive() || isReady());
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            throw failure("is not ready after " + START, e);
        }
        if (!process.isAlive()) {
            throw failure("ended with " + process.exitCode(), null);
        }
        return this;
    }

    private boolean isReady() {
        try {
            return get("/ready").statusCode() == 200;
        } catch (UncheckedIOException notListeningYet) {
            return false;
        }
    }

    private IllegalStateException failure(String what, @Nullable Throwable cause) {
        var tail = process.logTail();
        close();
        return new IllegalStateException("The server " + what + ". It logged:\n" + tail, cause);
    }

    /**
     * How a server is to be started. Each start is a process of its own on the same port: start
     * again only when the one before has ended.
     */
    public static final class Builder {

        private final int port = FreePorts.next();
        private final String demoPassword = "demo-" + UUID.randomUUID();
        private @Nullable SelfMadeCertificate certificate;
        private @Nullable List<String> program;
        private final Map<String, String> environment = new HashMap<>();
        private final List<String> arguments = new ArrayList<>();
        private final List<String> jvmOptions =
                new ArrayList<>(List.of("-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));

        private Builder(String profile) {
            environment.put("SPRING_PROFILES_ACTIVE", profile);
            environment.put("WEBSOCKET_GATEWAY_PORT", Integer.toString(port));
            environment.put("GATEWAY_BIND_ADDRESS", "127.0.0.1");
            environment.put("GATEWAY_DEMO_PASSWORD", demoPassword);
            environment.put("JWT_SECRET", Tokens.SECRET);
            environment.put("GATEWAY_DATABASE_FOLDER", "");
            // All tests come from one address, many of them as the same few users.
            environment.put("WS_CONNECT_RATE_LIMIT", "0");
            environment.put("WS_MAX_CONNECTIONS_PER_USER", "0");
            environment.put("GATEWAY_MAX_CONNECTIONS_PER_ADDRESS", "0");
            environment.put("GATEWAY_FAILED_SIGN_INS", "0");
        }

        /** Sets an environment variable. */
        public Builder environment(String name, String value) {
            return environment(Map.of(name, value));
        }

        /** Sets environment variables. */
        public Builder environment(Map<String, String> values) {
            environment.putAll(values);
            return this;
        }

        /** Runs the jar as it is shipped, which takes more than twice as long to start. */
        public Builder packed() {
            return program(ServerJar.program());
        }

        /** Runs this, as options of a JVM name it. */
        Builder program(List<String> options) {
            program = options;
            return this;
        }

        /** Has the server end TLS itself. */
        public Builder tls(SelfMadeCertificate own) {
            certificate = own;
            environment.merge("SPRING_PROFILES_ACTIVE", "tls", (old, tls) -> old + "," + tls);
            environment.put("GATEWAY_TLS_CERTIFICATE", own.certificate().toString());
            environment.put("GATEWAY_TLS_KEY", own.key().toString());
            return this;
        }

        /** Adds an argument of the server. */
        public Builder argument(String argument) {
            arguments.add(argument);
            return this;
        }

        /** Adds an option of its JVM; a later one wins. */
        public Builder jvmOption(String option) {
            jvmOptions.add(option);
            return this;
        }

        /**
         * Starts the server and waits until it is ready.
         *
         * @throws IllegalStateException if it ends or is not ready in time; the message has the end
         *     of its log
         */
        public ServerProcess start() {
            return launch().awaitReady();
        }

        private ServerProcess launch() {
            return new ServerProcess(this);
        }

        /** Starts a server that is expected to refuse, waits for its end and answers its log. */
        public String startExpectingRefusal() {
            try (var server = new ServerProcess(this)) {
                if (!server.process.endsWithin(START)) {
                    throw new AssertionError("The server started:\n" + server.log());
                }
                return server.log();
            }
        }

        private List<String> command(Path folder) {
            var started = program == null ? QuickServer.program() : program;
            // What it unpacks goes with its log, also where it is killed.
            var files = "-Djava.io.tmpdir=" + folder;
            return Stream.of(List.of(ServerJar.java(), files), jvmOptions, started, arguments)
                    .flatMap(List::stream)
                    .toList();
        }
    }
}
