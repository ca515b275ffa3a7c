package io.venta.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.testing.Crowd;
import io.venta.testing.Crowd.Habit;
import io.venta.testing.CrowdMember;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clients that do not read, of every kind, beside as many that do. */
class CrowdIntegrationTests {

    private static final Logger log = LoggerFactory.getLogger(CrowdIntegrationTests.class);

    /** How many that read; -Dventa.crowd=1000 takes a minute. */
    private static final int SIZE = Integer.getInteger("venta.crowd", 300);

    private static final Duration TIME_LIMIT = Duration.ofSeconds(3);

    /** Filling what the system holds, the limit, a second's round, 5 s for the close's answer. */
    private static final Duration TO_END_THEM = TIME_LIMIT.plusSeconds(17);

    private static final String EVERYTHING = "/topic/location.*";

    private static ServerProcess server;

    private final Rounds rounds = new Rounds("crowd", 25);
    private final String token = Tokens.of("crowd", Role.DISPATCHER).sign();

    @BeforeAll
    static void start() {
        server =
                ServerProcess.embedded()
                        .jvmOption("-XX:+ExitOnOutOfMemoryError")
                        .environment("GATEWAY_SEND_TIME_LIMIT", TIME_LIMIT.toMillis() + "ms")
                        .environment("GATEWAY_SOCKET_SEND_BUFFER", "16KB")
                        .environment("LOG_LEVEL", "warn")
                        .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void endsThoseWhoDoNotReadAndServesThoseWhoDo() {
        var reporting = Tokens.of("crowd-reporter", Role.SERVICE).sign();
        try (var reporter = StompTestClient.connect(server.wsUrl(), reporting);
                var crowd = Crowd.hearing(rounds)) {
            var good = crowd.join(SIZE, server.wsUrl(), token, Habit.READS, EVERYTHING);
            reportFor(Duration.ofSeconds(3), reporter, () -> false);
            rounds.forgetTimes();
            reportFor(Duration.ofSeconds(4), reporter, () -> false);
            var alone = rounds.p99();

            var bad = joinedByBadOnes(crowd);
            rounds.forgetTimes();
            var took = reportFor(TO_END_THEM, reporter, () -> active() <= good.size() + 1);
            var beside = rounds.p99();

            log.warn("p99 {} ms alone, {} ms beside {} bad ones", alone, beside, bad.size());
            log.warn(
                    "gone in {}, heap {} MB",
                    took,
                    server.metric("jvm_memory_used_bytes{area=\"heap\"") / 1_000_000);
            assertThat(took).as("time to end those who do not read").isLessThan(TO_END_THEM);
            assertThat(server.metric("venta_relay_slow_total")).isEqualTo(bad.size());
            assertThat(beside).as("p99 in ms").isLessThan(5 * alone + 250);
            reporter.sendAwaitingReceipt("/app/location.report", rounds.next());
            await().until(() -> rounds.isLastHeardBy(good));
            assertThat(rounds.disordered()).isZero();
            assertThat(good).noneMatch(CrowdMember::isGone);
        }
    }

    private List<CrowdMember> joinedByBadOnes(Crowd crowd) {
        var bad = new ArrayList<CrowdMember>();
        for (var habit : List.of(Habit.STOPS, Habit.DRIPS, Habit.BEATS)) {
            bad.addAll(crowd.join(SIZE / 3, server.wsUrl(), token, habit, EVERYTHING));
        }
        return bad;
    }

    /** Reports four rounds a second for that long at most, and answers how long it was. */
    private Duration reportFor(Duration most, StompTestClient reporter, BooleanSupplier enough) {
        var start = Instant.now();
        var took = Duration.ZERO;
        while (took.compareTo(most) < 0 && !enough.getAsBoolean()) {
            reporter.sendAwaitingReceipt("/app/location.report", rounds.next());
            LockSupport.parkNanos(250_000_000);
            took = Duration.between(start, Instant.now());
        }
        return took;
    }

    private static long active() {
        return (long) server.metric("venta_connections_active");
    }
}
