package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import io.venta.testing.AmqpPublisher;
import io.venta.testing.RabbitMqNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Upstream alone, on a real RabbitMQ that no gateway uses: they would share its queue. */
class UpstreamIntegrationTests implements Upstream.Receiver, Upstream.Observer, StubListener {

    private static final RabbitMqNode BROKER = RabbitMqNode.apart();
    private static final Duration SOON = Duration.ofSeconds(30);

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<UpstreamMessage> unsettled = new CopyOnWriteArrayList<>();
    private final Nodes nodes = new Nodes(Clock.systemUTC());
    private final StompUpstream upstream = upstream(nodes);

    @BeforeEach
    void start() {
        upstream.start(this, this);
        await().atMost(SOON).untilAsserted(() -> assertThat(events).containsExactly("connected"));
    }

    @AfterEach
    void stop() {
        upstream.stop();
    }

    @Test
    void hearsWhatItAndServicesPublish() throws Exception {
        upstream.publish("/topic/location.v1", "own".getBytes(UTF_8), Map.of())
                .get(10, TimeUnit.SECONDS);
        try (var service = AmqpPublisher.asService(BROKER)) {
            var confusing =
                    Map.<String, Object>of(
                            "destination", "/topic/location.v9",
                            "content-length", "1",
                            "subscription", "3",
                            "ack", "T_0",
                            "receipt-id", "x",
                            "line\nbreak:\\", "a\nb:c\0d");
            var properties = new AMQP.BasicProperties.Builder().headers(confusing).build();
            service.publish("amq.topic", "location.v2", properties, "a\0b".getBytes(UTF_8));
            service.publish("amq.topic", "vendor.v3", properties, new byte[0]);
        }
        upstream.publish(
                        "/exchange/gateway/user.a~40b",
                        "hi".getBytes(UTF_8),
                        Map.of("type", "notification"))
                .get(10, TimeUnit.SECONDS);

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(heard)
                                        .containsExactlyInAnyOrder(
                                                "/topic/location.v1 null own",
                                                "/topic/location.v2 null a\0b",
                                                "/topic/vendor.v3 null ",
                                                "/exchange/gateway/user.a~40b notification hi"));
        assertThat(events).doesNotContain("lost");
    }

    /** Either it is refused here, or RabbitMQ takes it; never does it end a connection. */
    @Test
    void losesNoConnectionOverWhatItIsGiven() throws Exception {
        var random = new Random(7);
        var confirmations = new CopyOnWriteArrayList<CompletableFuture<Void>>();
        var refused = 0;
        for (int i = 0; i < 3000; i++) {
            var destination = hostileDestination(random);
            var headers =
                    random.nextBoolean()
                            ? Map.of("reason", noise(random, 500), "type", noise(random, 90))
                            : Map.of(noise(random, 12), noise(random, 200));
            var body = new byte[random.nextInt(2000)];
            random.nextBytes(body);
            try {
                confirmations.add(upstream.publish(destination, body, headers));
            } catch (RejectedMessageException e) {
                refused++;
            }
        }
        var letters = new DeadLetters(upstream, Clock.systemUTC());
        for (int i = 0; i < 9; i++) {
            var key = i == 0 ? "\ufffd".repeat(255) : noise(random, 255);
            confirmations.add(
                    letters.add(
                            "/topic/location." + key, key.getBytes(UTF_8), noise(random, 9000)));
        }

        CompletableFuture.allOf(confirmations.toArray(CompletableFuture[]::new))
                .get(20, TimeUnit.SECONDS);
        assertThat(refused).isGreaterThan(500);
        assertThat(confirmations).hasSizeGreaterThan(100);
        assertThat(events).doesNotContain("lost");
        assertThat(upstream.lines()).allMatch(line -> line.reconnects() == 0);
    }

    @Test
    void takesTheLargestMessageThatTheBrokerTakes() throws Exception {
        var body = "x".repeat(1024 * 1024);
        upstream.publish("/topic/location.large", body.getBytes(UTF_8), Map.of())
                .get(10, TimeUnit.SECONDS);

        await().atMost(SOON).until(() -> heard.contains("/topic/location.large null " + body));
        assertThat(events).doesNotContain("lost");
    }

    @Test
    void knowsTheOtherNodesAndTheLagOfEachQueue() {
        var otherNodes = new Nodes(Clock.systemUTC());
        var other = upstream(otherNodes);
        other.start(_ -> {}, this);
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            assertThat(nodes.live()).contains(otherNodes.own());
                            assertThat(otherNodes.live()).isEqualTo(nodes.live());
                        });
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(upstream.queues())
                                        .hasSize(3)
                                        .allMatch(queue -> queue.lag().isPositive()));
        other.stop();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(nodes.live()).doesNotContain(otherNodes.own()));
        assertThat(heard).isEmpty();
    }

    @Test
    void comesBackByItselfWhenEitherConnectionIsLost() throws Exception {
        for (var line : upstream.lines()) {
            events.clear();
            line.makeAgain("cut by the test");
            upstream.publish("/topic/location.v1", "v1@1".getBytes(UTF_8), Map.of())
                    .get(10, TimeUnit.SECONDS);
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(events).containsSubsequence("lost", "connected"));
            assertThat(line.reconnects()).isEqualTo(1);
        }
    }

    @Test
    void offersANotificationAgainUntilItIsSettled() throws IOException {
        try (var service = AmqpPublisher.asService(BROKER)) {
            service.publish("notifications", "user.alice", "n1");
        }
        await().atMost(SOON).until(() -> unsettled.size() == 1);
        unsettled.removeFirst().settle(CompletableFuture.failedFuture(new IOException("no")));
        await().atMost(SOON).until(() -> unsettled.size() == 1);
        var message = unsettled.removeFirst();
        assertThat(message.destination()).isEqualTo("/exchange/notifications/user.alice");
        assertThat(message.header("redelivered")).isEqualTo("true");
        message.settle(CompletableFuture.completedFuture(null));

        await().atMost(SOON).untilAsserted(() -> assertThat(waiting()).isEqualTo("0"));
        assertThat(events).doesNotContain("lost");
    }

    @Override
    public void heard(UpstreamMessage message) {
        if (message.destination().startsWith("/exchange/notifications/")) {
            unsettled.add(message);
        } else {
            heard.add(
                    message.destination()
                            + ' '
                            + message.header("type")
                            + ' '
                            + new String(message.body(), UTF_8));
        }
    }

    @Override
    public void connected() {
        events.add("connected");
    }

    @Override
    public void lost() {
        events.add("lost");
    }

    @Override
    public void missed() {
        events.add("missed");
    }

    @Override
    public void heard(String routingKey, Map<String, String> headers, byte[] body) {
        throw new RejectedMessageException(ErrorCode.INVALID_MESSAGE, "not called here");
    }

    private StompUpstream upstream(Nodes own) {
        return new StompUpstream(
                new UpstreamSettings(
                        BROKER.host(),
                        BROKER.stompPort(),
                        "gateway",
                        BROKER.gatewayPassword(),
                        "/"),
                List.of(new StubTopicPolicy("location"), new StubTopicPolicy("vendor")),
                List.of(this),
                own);
    }

    private static String waiting() {
        return BROKER.ctl("list_queues", "--silent", "name", "messages")
                .lines()
                .filter(line -> line.startsWith("gateway.notifications"))
                .map(line -> line.replaceAll(".*\\s", ""))
                .findFirst()
                .orElseThrow();
    }

    private static String hostileDestination(Random random) {
        var key = noise(random, 300);
        return switch (random.nextInt(6)) {
            case 0 -> "/topic/location." + key;
            case 1 -> "/exchange/gateway/" + key;
            case 2 -> "/exchange/dead-letter/" + key;
            case 3 -> "/exchange/" + key + "/x";
            case 4 -> "/topic/location.v" + key.length();
            default -> key;
        };
    }

    private static String noise(Random random, int length) {
        var alphabet = random.nextBoolean() ? "abcXYZ019-_." : "ab.*#/%4~ :\\\n\r\0ż\ud83d";
        var noise = new StringBuilder();
        for (int i = random.nextInt(length); i >= 0; i--) {
            noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return noise.toString();
    }
}
