package io.venta.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP;
import io.venta.model.Role;
import io.venta.testing.AmqpPublisher;
import io.venta.testing.RabbitMqNode;
import io.venta.testing.RedisNode;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * Prints how many notifications a second go from a service through RabbitMQ and PostgreSQL to
 * devices, how long one takes alone, and how long a thousand users take to hear what they have not
 * read. Figures, not a test; {@code bin/measure-notifications} runs it.
 */
final class NotificationMeasurement {

    private static final String QUEUE = "/user/queue/notifications";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int DEVICES = 100;
    private static final int MESSAGES = 20_000;
    private static final int ALONE = 2_000;
    private static final int USERS = 1_000;
    private static final int UNREAD = 20;

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final AmqpPublisher publisher;
    private int sent;

    private NotificationMeasurement(AmqpPublisher publisher) {
        this.publisher = publisher;
    }

    /** Takes no arguments. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (var broker = RabbitMqNode.start();
                var redis = RedisNode.start();
                var publisher = AmqpPublisher.asService(broker)) {
            var builder =
                    ServerProcess.production(broker, redis)
                            .jvmOption("-Xmx512m")
                            .jvmOption("-XX:TieredStopAtLevel=4")
                            .environment("GATEWAY_MAX_UNDELIVERED", "1000000");
            var measurement = new NotificationMeasurement(publisher);
            try (var server = builder.start()) {
                measurement.deliver(server);
                measurement.fill();
                Awaitility.await().atMost(PATIENCE).until(() -> backlog(broker).equals("0"));
            }
            try (var server = builder.start()) {
                measurement.catchUp(server);
            }
        }
        System.exit(0);
    }

    private static String backlog(RabbitMqNode broker) {
        return broker.ctl("list_queues", "--silent", "name", "messages")
                .lines()
                .filter(line -> line.startsWith("gateway.notifications"))
                .map(line -> line.split("\\s+", -1)[1])
                .findFirst()
                .orElse("");
    }

    private void deliver(ServerProcess server) throws IOException, InterruptedException {
        var devices = new ArrayList<StompTestClient>();
        for (int i = 0; i < DEVICES; i++) {
            devices.add(connect(server, "device-" + i));
        }
        alone(devices);
        alone(devices);
        var heard = 2 * ALONE;
        for (int round = 0; round < 3; round++) {
            heard += MESSAGES;
            var before = cpu(server);
            var start = System.nanoTime();
            for (int i = 0; i < MESSAGES; i++) {
                send("device-" + i % DEVICES);
            }
            publisher.channel().waitForConfirms();
            var confirmed = System.nanoTime();
            awaitHeard(devices, heard);
            var end = System.nanoTime();
            out.printf(
                    "%d notifications to %d devices: %.0f/s (RabbitMQ has confirmed them after %.1f"
                            + " s, the last device has its last after %.1f s)%n",
                    MESSAGES,
                    DEVICES,
                    MESSAGES / seconds(start, end),
                    seconds(start, confirmed),
                    seconds(start, end));
            var after = cpu(server);
            before.forEach(
                    (part, seconds) ->
                            out.printf(
                                    "  CPU of %s: %.0f µs a notification%n",
                                    part,
                                    (after.getOrDefault(part, 0.0) - seconds) / MESSAGES * 1e6));
        }
        devices.forEach(StompTestClient::close);
    }

    /** Seconds of CPU that each part has used. */
    private static Map<String, Double> cpu(ServerProcess server) {
        return Map.of(
                "the gateway", server.metric("process_cpu_time_ns_total") / 1e9,
                "RabbitMQ", cpu("beam.smp"),
                "PostgreSQL", cpu("postgres"));
    }

    private static double cpu(String program) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::info)
                .filter(info -> info.command().filter(name -> name.endsWith(program)).isPresent())
                .flatMap(info -> info.totalCpuDuration().stream())
                .mapToDouble(time -> time.toNanos() / 1e9)
                .sum();
    }

    /** One after the other, the next when the one before has come. */
    private void alone(List<StompTestClient> devices) throws IOException {
        var times = new long[ALONE];
        for (int i = 0; i < ALONE; i++) {
            var start = System.nanoTime();
            var id = send("device-" + i % DEVICES);
            devices.get(i % DEVICES)
                    .awaitFrame(frame -> frame.body().contains(id), Duration.ofSeconds(30));
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        out.printf(
                "one at a time: p50 %.1f ms, p99 %.1f ms%n",
                times[ALONE / 2] / 1e6, times[ALONE * 99 / 100] / 1e6);
    }

    private void fill() throws IOException, InterruptedException {
        for (int i = 0; i < USERS * UNREAD; i++) {
            send("away-" + i % USERS);
        }
        publisher.channel().waitForConfirms();
    }

    private void catchUp(ServerProcess server) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var start = System.nanoTime();
            var coming =
                    IntStream.range(0, USERS)
                            .mapToObj(i -> threads.submit(() -> connect(server, "away-" + i)))
                            .toList();
            var devices = new ArrayList<StompTestClient>();
            for (var each : coming) {
                devices.add(each.get());
            }
            awaitHeard(devices, USERS * UNREAD);
            out.printf(
                    "%d users with %d unread each, after a restart: connected, and all heard after"
                            + " %.1f s%n",
                    USERS, UNREAD, seconds(start, System.nanoTime()));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StompTestClient connect(ServerProcess server, String user) {
        var token = Tokens.of(user, Role.CUSTOMER).sign();
        var client = StompTestClient.connect(server.wsUrl(), token);
        client.subscribe(QUEUE);
        return client;
    }

    private static void awaitHeard(List<StompTestClient> devices, int all) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () ->
                                devices.stream()
                                                .mapToInt(device -> device.messages(QUEUE).size())
                                                .sum()
                                        >= all);
    }

    private String send(String user) throws IOException {
        var id = "n-" + sent++ + "-";
        var body =
                """
                {"type":"order","title":"Ready","message":"Come and get it","actionUrl":"/orders/7"}""";
        var properties = new AMQP.BasicProperties.Builder().messageId(id).deliveryMode(2).build();
        publisher
                .channel()
                .basicPublish("notifications", "user." + user, properties, body.getBytes(UTF_8));
        return id;
    }

    private static double seconds(long start, long end) {
        return (end - start) / 1e9;
    }
}
