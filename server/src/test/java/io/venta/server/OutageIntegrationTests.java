package io.venta.server;

import static io.venta.server.Cluster.BROKER;
import static io.venta.server.Cluster.ONE;
import static io.venta.server.Cluster.REDIS;
import static io.venta.server.Cluster.TWO;
import static io.venta.server.Cluster.awaitReady;
import static io.venta.server.Cluster.dispatcher;
import static io.venta.server.Cluster.fix;
import static io.venta.server.Cluster.queues;
import static io.venta.server.Cluster.service;
import static io.venta.server.Cluster.token;
import static io.venta.server.Cluster.vendor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.testing.ServerProcess;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What clients of a cluster notice when a part of it goes, and comes back. */
class OutageIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration RECONNECT = Duration.ofSeconds(60);
    private static final String NODES = "venta_upstream_nodes";

    @BeforeAll
    static void start() {
        Cluster.awaitReady();
    }

    @Test
    void otherNodesNoticeNothingOfAKilledOne() {
        try (var third = ServerProcess.production(BROKER, REDIS).start();
                var reporter = service(ONE);
                var watcher = dispatcher(TWO)) {
            awaitReady(third);
            watcher.subscribe("/topic/location.alive-1");
            var queues = queues();
            third.kill();
            reporter.sendAwaitingReceipt("/app/location.report", fix("alive-1", 1, Instant.now()));
            watcher.awaitFrame(f -> f.command().equals("MESSAGE"), SOON);
            await().atMost(SOON).untilAsserted(() -> assertThat(queues()).isLessThan(queues));
        }
    }

    @Test
    void servesWithoutRedis() {
        var socket = Browser.signIn(ONE, token("bruno", Role.CUSTOMER)).connect(ONE);
        REDIS.stop();
        try (socket;
                var reporter = service(ONE);
                var watcher = dispatcher(TWO)) {
            watcher.subscribe("/topic/location.no-redis-1");
            reporter.sendAwaitingReceipt(
                    "/app/location.report", fix("no-redis-1", 3, Instant.now()));
            watcher.awaitFrame(f -> f.command().equals("MESSAGE"), SOON);
            assertThat(ONE.get("/ready").body())
                    .contains("\"status\":\"degraded\"", "\"cache\":\"down\"");
            assertThat(ONE.get("/api/vendors", token("d", Role.DISPATCHER)).statusCode())
                    .isEqualTo(503);
            assertThat(vendor(ONE, "no-redis-1/trail"))
                    .contains("\"SERVICE_DEGRADED\"", "\"retryable\":true");
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(ONE.log()).contains("The browser-sessions wait"));
            assertThat(socket.closeCode()).as("a cookie let it in").isNull();
        } finally {
            REDIS.restart();
        }
        await().atMost(RECONNECT)
                .untilAsserted(() -> assertThat(vendor(ONE, "no-redis-1")).contains("\"lat\":3"));
        await().atMost(RECONNECT)
                .untilAsserted(
                        () -> assertThat(vendor(TWO, "no-redis-1/trail")).contains("\"lat\":3"));
    }

    @Test
    void startsWithoutRedisAndCatchesUp() {
        try (var reporter = service(ONE)) {
            reporter.sendAwaitingReceipt("/app/location.report", fix("early-1", 4, Instant.now()));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(vendor(ONE, "early-1")).contains("\"lat\":4"));
        REDIS.stop();
        double nodes;
        var builder = ServerProcess.production(BROKER, REDIS);
        try (var third = builder.environment("GATEWAY_STORE_WAIT", "2s").start();
                var watcher = dispatcher(third)) {
            assertThat(third.log()).contains("Serving without the last known values");
            assertThat(third.get("/ready").body()).contains("\"status\":\"degraded\"");
            watcher.subscribe("/topic/location.early-1");
            assertThat(watcher.messages("/topic/location.early-1")).isEmpty();

            REDIS.restart();

            watcher.awaitFrame(f -> f.body().contains("\"lat\":4"), SOON);
            awaitReady(third);
            nodes = third.metric(NODES);
        } finally {
            REDIS.restart();
        }
        // What falls to a node that has ended is kept by none of those that still count it.
        await().atMost(SOON).until(() -> ONE.metric(NODES) < nodes && TWO.metric(NODES) < nodes);
    }

    @Test
    void keepsClientsWhileTheBrokerIsAway() {
        try (var reporter = service(ONE);
                var watcher = dispatcher(TWO)) {
            reporter.subscribe("/user/queue/errors");
            watcher.subscribe("/topic/location.comeback-1");
            BROKER.stop();
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(ONE.get("/ready").body())
                                            .contains("\"broker\":\"down\""));
            var start = Instant.now();
            for (int i = 1; i <= 3; i++) {
                reporter.send("/app/location.report", fix("comeback-1", i, start.plusMillis(i)));
            }

            try (var late = dispatcher(ONE)) {
                late.subscribe("/user/queue/errors");
                late.awaitFrame(f -> f.is("MESSAGE", "type", "service_degraded"), SOON);
            }

            BROKER.restart();
            awaitReady(ONE);
            awaitReady(TWO);
            watcher.awaitFrame(f -> f.body().contains("\"lat\":3"), SOON);
            reporter.sendAwaitingReceipt(
                    "/app/location.report", fix("comeback-1", 4, Instant.now()));
            watcher.awaitFrame(f -> f.body().contains("\"lat\":4"), SOON);
            assertThat(watcher.messages("/topic/location.comeback-1")).hasSize(2);
            reporter.awaitFrame(f -> f.is("MESSAGE", "type", "service_restored"), SOON);
            assertThat(reporter.messages("/user/queue/errors"))
                    .extracting(frame -> frame.header("type"))
                    .containsExactly("service_degraded", "service_restored");
            assertThat(reporter.closeCode()).isNull();
            assertThat(watcher.closeCode()).isNull();
        }
    }

    @Test
    void keepsReportsWhileTheBrokerIsShortOfMemory() {
        try (var reporter = service(ONE);
                var watcher = dispatcher(TWO)) {
            watcher.subscribe("/topic/location.alarm-1");
            BROKER.ctl("set_vm_memory_high_watermark", "0.00001");
            await().atMost(RECONNECT)
                    .untilAsserted(
                            () ->
                                    assertThat(ONE.get("/ready").body())
                                            .contains("\"broker\":\"down\""));
            reporter.send("/app/location.report", fix("alarm-1", 2, Instant.now()));
            assertThat(watcher.messages("/topic/location.alarm-1")).isEmpty();

            BROKER.ctl("set_vm_memory_high_watermark", "0.4");

            watcher.awaitFrame(f -> f.body().contains("\"lat\":2"), SOON);
            assertThat(reporter.closeCode()).isNull();
            assertThat(watcher.closeCode()).isNull();
        } finally {
            BROKER.ctl("set_vm_memory_high_watermark", "0.4");
            Cluster.awaitReady();
        }
    }
}
