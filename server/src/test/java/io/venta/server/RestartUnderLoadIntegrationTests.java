package io.venta.server;

import static io.venta.server.Cluster.BROKER;
import static io.venta.server.Cluster.ONE;
import static io.venta.server.Cluster.TWO;
import static io.venta.server.Cluster.awaitReady;
import static io.venta.server.Cluster.dispatcher;
import static io.venta.server.Cluster.fix;
import static io.venta.server.Cluster.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.testing.AmqpPublisher;
import io.venta.testing.StompTestClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** RabbitMQ under load: restarted, and fed rubbish. */
class RestartUnderLoadIntegrationTests {

    private static final int CLIENTS = 100;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration AFTER_RETURN = Duration.ofSeconds(5);

    @BeforeAll
    static void start() {
        Cluster.awaitReady();
    }

    @Test
    void losesNoClientAndEveryoneHearsTheNewestAfterwards() {
        var watchers = new ArrayList<StompTestClient>();
        var over = new AtomicBoolean();
        try (var reporter = service(ONE)) {
            for (int i = 0; i < CLIENTS; i++) {
                var watcher = dispatcher(i % 2 == 0 ? ONE : TWO);
                watcher.subscribe("/topic/location.load-" + i % 10);
                watchers.add(watcher);
            }
            var load = Thread.ofVirtual().start(() -> report(reporter, over));
            BROKER.restart();
            over.set(true);
            assertThat(load.join(SOON)).isTrue();
            var last = Instant.now();
            IntStream.range(0, 10)
                    .forEach(
                            i -> reporter.send("/app/location.report", fix("load-" + i, 77, last)));
            awaitReady(ONE);
            awaitReady(TWO);

            for (var watcher : watchers) {
                watcher.awaitFrame(f -> f.body().contains("\"lat\":77"), AFTER_RETURN);
                assertThat(watcher.closeCode()).isNull();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            over.set(true);
            watchers.forEach(StompTestClient::close);
        }
    }

    @Test
    void letsRubbishReachNobodyAndSlowNobody() throws IOException {
        try (var publisher = AmqpPublisher.asService(BROKER);
                var watcher = dispatcher(ONE)) {
            watcher.subscribe("/topic/location.*");
            for (int i = 0; i < 1_000; i++) {
                publisher.publish("amq.topic", "location.rubbish-" + i % 7, "{\"lat\":" + i);
                if (i % 100 == 0) {
                    publisher.publish(
                            "amq.topic", "location.good-1", fix("good-1", i / 100, Instant.now()));
                }
            }

            watcher.awaitFrame(f -> f.body().contains("\"lat\":9"), SOON);
            assertThat(watcher.messages("/topic/location.*"))
                    .extracting(frame -> frame.header("destination"))
                    .isNotEmpty()
                    .doesNotContain("/topic/location.rubbish-1");
            assertThat(watcher.closeCode()).isNull();
        }
    }

    private static void report(StompTestClient reporter, AtomicBoolean over) {
        var round = 0;
        while (!over.get()) {
            round = round % 70 + 1;
            for (int i = 0; i < 10; i++) {
                reporter.send("/app/location.report", fix("load-" + i, round, Instant.now()));
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
