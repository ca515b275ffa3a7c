package io.venta.server;

import static io.venta.server.Cluster.BROKER;
import static io.venta.server.Cluster.ONE;
import static io.venta.server.Cluster.REDIS;
import static io.venta.server.Cluster.TWO;
import static io.venta.server.Cluster.dispatcher;
import static io.venta.server.Cluster.fix;
import static io.venta.server.Cluster.production;
import static io.venta.server.Cluster.service;
import static io.venta.server.Cluster.signedIn;
import static io.venta.server.Cluster.token;
import static io.venta.server.Cluster.vendor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import io.venta.model.Role;
import io.venta.testing.AmqpPublisher;
import io.venta.testing.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes as two processes, on one RabbitMQ and one Redis. */
class ClusterIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String INVALID = "venta_relay_heard_total{outcome=\"invalid\"}";

    @BeforeAll
    static void start() {
        Cluster.awaitReady();
    }

    @Test
    void deliversAReportToWatchersOnEveryNode() {
        try (var reporter = service(ONE);
                var near = dispatcher(ONE);
                var far = dispatcher(TWO)) {
            near.subscribe("/topic/location.*");
            far.subscribe("/topic/location.across-1");
            reporter.sendAwaitingReceipt("/app/location.report", fix("across-1", 5, Instant.now()));
            for (var watcher : List.of(near, far)) {
                watcher.awaitFrame(
                        f -> f.is("MESSAGE", "destination", "/topic/location.across-1"), SOON);
            }
        }
    }

    @Test
    void deliversWhatAServicePublishesByteForByte() throws IOException {
        try (var publisher = AmqpPublisher.asService(BROKER);
                var near = dispatcher(ONE);
                var far = dispatcher(TWO)) {
            near.subscribe("/topic/location.*");
            far.subscribe("/topic/location.amqp-1");
            var body =
                    """
                    { "vendorId" : "amqp-1", "location": {"long":2.0,"lat":1.00}, "line":"175",
                      "timestamp":"2026-03-01T10:00:00.5Z" }""";
            publisher.publish("amq.topic", "location.amqp-1", body);
            for (var watcher : List.of(near, far)) {
                var update =
                        watcher.awaitFrame(
                                f -> f.is("MESSAGE", "destination", "/topic/location.amqp-1"),
                                SOON);
                assertThat(update.body()).isEqualTo(body);
                assertThat(update.headers())
                        .containsOnlyKeys(
                                "destination",
                                "subscription",
                                "message-id",
                                "type",
                                "content-type",
                                "content-length");
            }
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(vendor(TWO, "amqp-1"))
                                            .contains("2026-03-01T10:00:00.500Z"));
            try (var late = dispatcher(TWO)) {
                late.subscribe("/topic/location.amqp-1");
                var retained = late.messages("/topic/location.amqp-1").getFirst();
                assertThat(retained.header("retained")).isEqualTo("true");
                assertThat(retained.body()).isEqualTo(body);
            }
        }
    }

    @Test
    void recordsTheTrailOfWhatServicesPublishOnceWhoeverHearsIt() throws IOException {
        var start = Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(60);
        try (var publisher = AmqpPublisher.asService(BROKER)) {
            for (int i = 0; i < 11; i++) {
                publisher.publish(
                        "amq.topic", "location.trail-1", fix("trail-1", i, start.plusSeconds(i)));
            }
        }
        for (var node : List.of(ONE, TWO)) {
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(vendor(node, "trail-1/trail").split("\"lat\":"))
                                            .satisfiesExactly(
                                                    before ->
                                                            assertThat(before).contains("trail-1"),
                                                    first -> assertThat(first).startsWith("0"),
                                                    next -> assertThat(next).startsWith("5"),
                                                    last -> assertThat(last).startsWith("10")));
        }
        assertThat(vendor(TWO, "trail-1/trail?since=" + start.plusSeconds(6)))
                .contains("\"lat\":10")
                .doesNotContain("\"lat\":5");
    }

    @Test
    void deadLettersWhatServicesGetWrong() throws IOException {
        try (var publisher = AmqpPublisher.asService(BROKER);
                var watcher = dispatcher(ONE)) {
            watcher.subscribe("/topic/location.*");
            var before = ONE.metric(INVALID);
            var future = Instant.now().plusSeconds(3600);
            for (var body :
                    List.of(
                            "not json",
                            fix("another-id", 1, Instant.now()),
                            fix("wrong-1", 91, Instant.now()),
                            fix("wrong-1", 1, future))) {
                publisher.publish("amq.topic", "location.wrong-1", body);
            }
            publisher.publish("amq.topic", "location.right-1", fix("right-1", 1, Instant.now()));
            watcher.awaitFrame(
                    f -> f.is("MESSAGE", "destination", "/topic/location.right-1"), SOON);
            assertThat(watcher.frames())
                    .noneMatch(f -> f.is("MESSAGE", "destination", "/topic/location.wrong-1"));
            assertThat(ONE.metric(INVALID)).isEqualTo(before + 4);
        }
    }

    @Test
    void bringsANotificationToEveryDeviceOnEveryNode() throws IOException {
        var user = "alice@example.com";
        try (var publisher = AmqpPublisher.asService(BROKER);
                var phone = signedIn(ONE, user, Role.CUSTOMER);
                var laptop = signedIn(TWO, user, Role.CUSTOMER);
                var other = signedIn(ONE, "bob", Role.CUSTOMER)) {
            for (var device : List.of(phone, laptop, other)) {
                device.subscribe("/user/queue/notifications");
            }
            var properties = new AMQP.BasicProperties.Builder().messageId("n-1").build();
            publisher.publish(
                    "notifications",
                    "user.alice~40example~2ecom",
                    properties,
                    "{\"type\":\"order\",\"title\":\"Ready\",\"message\":\"Your order is ready\"}"
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            for (var device : List.of(phone, laptop)) {
                var heard = device.awaitFrame(f -> f.is("MESSAGE", "type", "notification"), SOON);
                assertThat(heard.header("destination")).isEqualTo("/user/queue/notifications");
                assertThat(heard.body()).contains("\"id\":\"n-1\"", "\"priority\":\"NORMAL\"");
            }
            assertThat(other.messages("/user/queue/notifications"))
                    .noneMatch(frame -> frame.body().contains("\"id\":\"n-1\""));
        }
    }

    @Test
    void knowsTheLastPositionsAfterARestart() {
        try (var reporter = service(ONE)) {
            reporter.sendAwaitingReceipt("/app/location.report", fix("kept-1", 7, Instant.now()));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(vendor(ONE, "kept-1")).contains("\"lat\":7"));
        try (var third = ServerProcess.production(BROKER, REDIS).start();
                var watcher = dispatcher(third)) {
            watcher.subscribe("/topic/location.kept-1");
            assertThat(watcher.messages("/topic/location.kept-1")).hasSize(1);
        }
    }

    @Test
    void sharesBrowsersSessionsAmongTheNodes() {
        var browser = Browser.signIn(ONE, token("alice", Role.CUSTOMER));
        assertThat(browser.session(TWO, "GET").statusCode()).isEqualTo(200);
        try (var client = browser.connect(TWO)) {
            assertThat(client.closeCode()).isNull();
        }
        assertThat(browser.session(TWO, "DELETE").statusCode()).isEqualTo(204);
        assertThat(browser.session(ONE, "GET").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesToStartWithoutSecrets() {
        assertThat(production().environment("RABBITMQ_PASSWORD", "").startExpectingRefusal())
                .contains("RABBITMQ_PASSWORD is not set");
        assertThat(production().environment("RABBITMQ_PASSWORD", "guest").startExpectingRefusal())
                .contains("RABBITMQ_PASSWORD is \"guest\"");
        assertThat(production().environment("JWT_SECRET", "short").startExpectingRefusal())
                .contains("JWT_SECRET is shorter than 32 bytes");
    }
}
