package io.venta.server;

import static io.venta.server.Cluster.BROKER;
import static io.venta.server.Cluster.ONE;
import static io.venta.server.Cluster.TWO;
import static io.venta.server.Cluster.awaitReady;
import static io.venta.server.Cluster.dispatcher;
import static io.venta.server.Cluster.fix;
import static io.venta.server.Cluster.service;
import static io.venta.server.Cluster.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.testing.AmqpPublisher;
import io.venta.testing.Crowd;
import io.venta.testing.Crowd.Habit;
import io.venta.testing.CrowdMember;
import io.venta.testing.StompTestClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** RabbitMQ under load: restarted, and fed rubbish. */
class RestartUnderLoadIntegrationTests {

    private static final int VENDORS = 10;

    /** Watchers of each vendor on each of the two nodes: a thousand. */
    private static final int OF_EACH = 50;

    private static final String TOKEN = token("crowd", Role.DISPATCHER);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration AFTER_RETURN = Duration.ofSeconds(20);

    @BeforeAll
    static void start() {
        Cluster.awaitReady();
    }

    @Test
    void losesNoClientAndEveryoneHearsTheNewestAfterwards() throws InterruptedException {
        var rounds = new Rounds("load", VENDORS);
        var over = new AtomicBoolean();
        try (var reporter = service(ONE);
                var crowd = Crowd.hearing(rounds)) {
            var watchers = joinedByWatchers(crowd);
            var load = Thread.ofVirtual().start(() -> report(reporter, rounds, over));
            BROKER.restart();
            over.set(true);
            assertThat(load.join(SOON)).isTrue();

            await().atMost(AFTER_RETURN)
                    .until(() -> watchers.stream().allMatch(one -> hasNewest(rounds, one)));
            assertThat(watchers).noneMatch(CrowdMember::isGone);
            assertThat(rounds.disordered()).isZero();
            var late = crowd.join(1, TWO.wsUrl(), TOKEN, Habit.READS, "/topic/location.load-1");
            assertThat(rounds.isLastHeardBy(late.getFirst(), 1)).as("retained").isTrue();
        } finally {
            over.set(true);
            awaitReady();
        }
    }

    private static List<CrowdMember> joinedByWatchers(Crowd crowd) {
        var watchers = new ArrayList<CrowdMember>();
        for (int vendor = 0; vendor < VENDORS; vendor++) {
            for (var node : List.of(ONE, TWO)) {
                var topic = "/topic/location.load-" + vendor;
                watchers.addAll(crowd.join(OF_EACH, node.wsUrl(), TOKEN, Habit.READS, topic));
            }
        }
        return watchers;
    }

    private static boolean hasNewest(Rounds rounds, CrowdMember watcher) {
        return rounds.isLastHeardBy(watcher, watcher.number() / OF_EACH / 2);
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

    private static void report(StompTestClient reporter, Rounds rounds, AtomicBoolean over) {
        while (!over.get()) {
            reporter.send("/app/location.report", rounds.next());
            LockSupport.parkNanos(100_000_000);
        }
    }
}
