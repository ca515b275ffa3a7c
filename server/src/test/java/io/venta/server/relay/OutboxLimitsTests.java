package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.server.relay.Outbox.Added;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** How an outbox treats a client that does not keep up; its socket takes nothing at first. */
class OutboxLimitsTests {

    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private final long start = System.nanoTime();
    private RecordingClient client = new RecordingClient("s1");
    private Subscription all = client.subscription("all", "/topic/location.*", null);
    private long ids;

    @Test
    void readsItsLimitsFromTheSettings() {
        assertThat(OutboxLimits.of(settings(DataSize.ofMegabytes(4))))
                .isEqualTo(
                        new OutboxLimits(
                                4 << 20, 1_000, MAX_WAIT, 256 << 10, Duration.ofSeconds(1)));
        assertThat(OutboxLimits.of(settings(DataSize.ofKilobytes(64))).behindBytes())
                .isEqualTo(32 << 10);
    }

    @Test
    void takesAsManyBytesAsItMayAndNoMore() {
        stalledClient(limits(3L * frame(0).length, 1_000, Long.MAX_VALUE));

        assertThat(add(0, 1, 2)).containsOnly(Added.NOTHING_TO_DO);
        assertThat(add(3)).containsExactly(Added.TOO_MUCH);
    }

    @Test
    void takesAsManyFramesAsItMayAndNoMore() {
        stalledClient(limits(Long.MAX_VALUE, 3, Long.MAX_VALUE));

        assertThat(add(0, 1, 2)).containsOnly(Added.NOTHING_TO_DO);
        assertThat(add(3)).containsExactly(Added.TOO_MUCH);
    }

    @Test
    void takesMoreOnceItsClientHasRead() {
        stalledClient(limits(Long.MAX_VALUE, 3, Long.MAX_VALUE));
        add(0, 1, 2);

        client.writer().takeOne();

        assertThat(add(3, 4, 5)).containsOnly(Added.NOTHING_TO_DO);
        assertThat(add(6)).containsExactly(Added.TOO_MUCH);
    }

    @Test
    void saysOnceThatItIsTooMuch() {
        stalledClient(limits(Long.MAX_VALUE, 3, Long.MAX_VALUE));

        var answers =
                IntStream.range(0, 1_000)
                        .parallel()
                        .mapToObj(i -> outbox().add(Outgoing.of(frame(i), start), start))
                        .toList();

        assertThat(answers).filteredOn(Added.TOO_MUCH::equals).hasSize(1);
    }

    @Test
    void countsNothingThatWasAskedFor() {
        stalledClient(limits(1_000, 3, 500));
        IntStream.range(0, 100).forEach(i -> vendor("v1", "old " + i, true, start));

        assertThat(outbox().waitingBytes()).isZero();
        assertThat(add(0)).containsExactly(Added.NOTHING_TO_DO);
        client.writer().resume();
        assertThat(client.heard())
                .hasSize(102)
                .startsWith("RECEIPT hold", "all location_updated old 0 retained")
                .endsWith("all location_updated old 99 retained", "RECEIPT 0");
    }

    @Test
    void leavesTheNewestOfEachVendorWhereTheOldestStood() {
        stalledClient(limits(Long.MAX_VALUE, 1_000, 1_000));
        vendor("v1", "a1");
        add(0);
        vendor("v2", "b1");
        vendor("v1", "a2");
        notification("n1");
        for (int i = 3; i < 50; i++) {
            vendor("v1", "a" + i);
        }
        vendor("v2", "b2");
        notification("n2");
        vendor("v3", "c1");

        client.writer().resume();

        assertThat(client.heard())
                .containsExactly(
                        "RECEIPT hold",
                        "all location_updated a49",
                        "RECEIPT 0",
                        "all location_updated b2",
                        "all notification n1",
                        "all notification n2",
                        "all location_updated c1");
        assertThat(outbox().waitingBytes()).isZero();
    }

    @Test
    void leavesEachSubscriptionItsOwnNewest() {
        stalledClient(limits(Long.MAX_VALUE, 1_000, 0));
        var one = client.subscription("one", "/topic/location.v1", null);
        for (int i = 0; i < 3; i++) {
            var delivery = newest("v1", "a" + i, false);
            outbox().add(Outgoing.of(delivery, one, start), start);
            outbox().add(Outgoing.of(delivery, all, start), start);
        }

        client.writer().resume();

        assertThat(client.heard())
                .containsExactly(
                        "RECEIPT hold", "one location_updated a2", "all location_updated a2");
    }

    @Test
    void keepsEverythingWhileItIsNotBehind() {
        stalledClient(limits(Long.MAX_VALUE, 1_000, Long.MAX_VALUE));

        IntStream.range(0, 50).forEach(i -> vendor("v1", "a" + i));
        client.writer().resume();

        assertThat(client.heard()).hasSize(51);
    }

    @Test
    void isBehindOnceSomethingHasWaitedASecond() {
        stalledClient(limits(Long.MAX_VALUE, 1_000, Long.MAX_VALUE));
        vendor("v1", "a1", false, start);
        vendor("v1", "a2", false, start + Duration.ofSeconds(1).toNanos());
        assertThat(outbox().waitingFrames()).isEqualTo(2);

        vendor("v1", "a3", false, start + Duration.ofSeconds(1).toNanos() + 1);

        assertThat(outbox().waitingFrames()).isEqualTo(1);
        client.writer().resume();
        assertThat(client.heard()).endsWith("RECEIPT hold", "all location_updated a3");
    }

    @Test
    void leavesRetainedValuesBesideTheNewest() {
        stalledClient(limits(Long.MAX_VALUE, 1_000, 0));
        vendor("v1", "a0", true, start);
        vendor("v1", "a1");
        vendor("v1", "a2");

        client.writer().resume();

        assertThat(client.heard())
                .containsExactly(
                        "RECEIPT hold",
                        "all location_updated a0 retained",
                        "all location_updated a2");
    }

    @Test
    void hearsEverythingAgainOnceItHasCaughtUp() {
        stalledClient(limits(Long.MAX_VALUE, 1_000, 1_000));
        IntStream.range(0, 50).forEach(i -> vendor("v1", "a" + i));
        client.writer().takeOne();
        client.writer().takeOne();
        client.writer().takeOne();
        assertThat(client.writer().isUnderWay()).isFalse();

        vendor("v1", "b1");
        outbox().flush();
        vendor("v1", "b2");
        vendor("v1", "b3");
        client.writer().resume();

        assertThat(client.heard())
                .endsWith(
                        "all location_updated b1",
                        "all location_updated b2",
                        "all location_updated b3");
    }

    @Test
    void isStuckWhereTheSocketTakesNothingForTooLong() {
        stalledClient(limits(Long.MAX_VALUE, 1_000, Long.MAX_VALUE));
        var wrote = System.nanoTime();

        assertThat(outbox().isStuck(start + MAX_WAIT.minusSeconds(1).toNanos())).isFalse();
        assertThat(outbox().isStuck(wrote + MAX_WAIT.toNanos())).isTrue();

        client.writer().resume();
        assertThat(outbox().isStuck(wrote + MAX_WAIT.toNanos())).isFalse();
    }

    @Test
    void isNotStuckOverWhatWasAskedForWhileItIsBeingRead() {
        stalledClient(limits(Long.MAX_VALUE, 1_000, Long.MAX_VALUE));
        for (int i = 0; i < 10; i++) {
            vendor("v" + i, "x".repeat(16 * 1024), true, start - MAX_WAIT.toNanos());
        }
        outbox().add(Outgoing.of(frame(1), start - MAX_WAIT.toNanos()), start);

        for (int write = 0; write < 11; write++) {
            assertThat(outbox().isStuck(System.nanoTime())).as("write %d", write).isFalse();
            client.writer().takeOne();
        }

        client.writer().takeOne();
        assertThat(client.heard()).hasSize(12);
    }

    @Test
    void isNotStuckOnceClosed() {
        stalledClient(limits(Long.MAX_VALUE, 1_000, Long.MAX_VALUE));

        outbox().close();

        assertThat(outbox().isStuck(start + Duration.ofDays(1).toNanos())).isFalse();
    }

    private void stalledClient(OutboxLimits limits) {
        client = new RecordingClient("s1", limits);
        all = client.subscription("all", "/topic/location.*", null);
        client.writer().stall();
        client.session().send(Frames.receipt("hold"));
    }

    private List<Added> add(int... receipts) {
        return IntStream.of(receipts)
                .mapToObj(i -> outbox().add(Outgoing.of(frame(i), start), start))
                .toList();
    }

    private void vendor(String vendor, String body) {
        vendor(vendor, body, false, start);
    }

    private void vendor(String vendor, String body, boolean retained, long now) {
        outbox().add(Outgoing.of(newest(vendor, body, retained), all, now), now);
    }

    private void notification(String body) {
        var delivery =
                Delivery.of("/user/queue/x", "notification", body.getBytes(UTF_8), ++ids, start);
        outbox().add(Outgoing.of(delivery, all, start), start);
    }

    private Delivery newest(String vendor, String body, boolean retained) {
        return Delivery.newest(
                "/topic/location." + vendor,
                "location_updated",
                body.getBytes(UTF_8),
                retained,
                ++ids,
                start);
    }

    private Outbox outbox() {
        return client.session().outbox();
    }

    private static byte[] frame(int id) {
        return Frames.receipt(String.valueOf(id));
    }

    private static OutboxLimits limits(long maxBytes, int maxFrames, long behindBytes) {
        return new OutboxLimits(maxBytes, maxFrames, MAX_WAIT, behindBytes, Duration.ofSeconds(1));
    }

    private static RelaySettings settings(DataSize sendQueueSize) {
        return new RelaySettings(
                List.of(),
                Duration.ofSeconds(25),
                DataSize.ofKilobytes(64),
                2,
                sendQueueSize,
                1_000,
                MAX_WAIT);
    }
}
