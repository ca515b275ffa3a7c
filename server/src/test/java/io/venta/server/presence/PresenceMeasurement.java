package io.venta.server.presence;

import io.venta.model.Destinations;
import io.venta.model.Role;
import io.venta.testing.Crowd;
import io.venta.testing.RabbitMqNode;
import io.venta.testing.RedisNode;
import io.venta.testing.ServerProcess;
import io.venta.testing.Tokens;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;

/**
 * What presence costs: two nodes, so many clients on one of them, which is killed. Prints the CPU
 * of both nodes and the commands of Redis while the clients come and while they do nothing, and
 * after how long the other node knows that they are gone.
 */
final class PresenceMeasurement {

    private static final Duration QUIET = Duration.ofSeconds(60);
    private static final int USERS = 100;
    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final RedisNode redis = RedisNode.start();
    private final RedisPresence store = new RedisPresence(redis.port());
    private final ServerProcess dying = node();
    private final ServerProcess watching = node();

    private PresenceMeasurement(PrintStream out) {
        this.out = out;
    }

    /** Takes numbers of clients, ten for a hundred users at least. */
    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Arrays.stream(args)
                .mapToInt(Integer::parseInt)
                .forEach(clients -> new PresenceMeasurement(out).measure(clients));
    }

    private void measure(int clients) {
        try (var crowd = Crowd.hearing((_, _) -> {})) {
            var before = commands();
            var cpu = cpu();
            for (int user = 0; user < USERS; user++) {
                var token = Tokens.of("user-" + user, Role.CUSTOMER).sign();
                crowd.join(
                        clients / USERS,
                        dying.wsUrl(),
                        token,
                        Crowd.Habit.READS,
                        Destinations.ERRORS);
            }
            await(clients);
            say(
                    "%d clients came: %.1f commands of Redis and %.2f ms of CPU each",
                    clients, (commands() - before) / clients, (cpu() - cpu) / clients * 1e3);
            rest(clients);
            dying.kill();
            var killed = System.nanoTime();
            await(0);
            say("all known to be gone %.1f s after the kill", (System.nanoTime() - killed) / NANOS);
        } finally {
            watching.close();
            store.close();
            redis.close();
        }
    }

    private void rest(int clients) {
        var before = commands();
        var cpu = cpu();
        var start = System.nanoTime();
        Awaitility.await().pollDelay(QUIET).atMost(QUIET.multipliedBy(2)).until(() -> true);
        var minutes = (System.nanoTime() - start) / NANOS / 60;
        say(
                "at rest: %.0f commands of Redis a minute, %.2f ms of CPU a client and minute",
                (commands() - before) / minutes, (cpu() - cpu) / minutes / clients * 1e3);
    }

    private void await(int clients) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> watching.metric("venta_presence_devices") == clients);
    }

    private double commands() {
        return Double.parseDouble(store.info("stats", "total_commands_processed"));
    }

    private double cpu() {
        return (dying.metric("process_cpu_time_ns_total")
                        + watching.metric("process_cpu_time_ns_total"))
                / NANOS;
    }

    private void say(String format, Object... arguments) {
        out.printf(format + "%n", arguments);
    }

    private ServerProcess node() {
        return ServerProcess.production(RabbitMqNode.shared(), redis)
                .environment("WS_CONNECT_RATE_LIMIT", "0")
                .environment("WS_MAX_CONNECTIONS", "20000")
                .environment("WS_MAX_CONNECTIONS_PER_USER", "0")
                .environment("GATEWAY_MAX_CONNECTIONS_PER_ADDRESS", "0")
                .start();
    }
}
