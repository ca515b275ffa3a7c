package io.venta.server.relay;

import static io.venta.server.relay.StubTopicPolicy.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.testing.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LastKnownWriterTests {

    private final StubLastKnownValues store = new StubLastKnownValues();
    private final StubTopicPolicy location = new StubTopicPolicy("location");
    private final Topics topics =
            new Topics(List.of(location, new StubTopicPolicy("vendor")), new Lanes(0));
    private final StubRetention retention = new StubRetention(store, topics, new SettableClock());
    private final LastKnownWriter writer = retention.writer();

    @AfterEach
    void stop() {
        store.setAway(false);
        store.release();
        writer.stop();
    }

    @Test
    void writesWhatItIsGiven() {
        writer.start();

        writer.keep("location", value("v1", 1));
        writer.keep("vendor", value("v1", 2));

        await().untilAsserted(() -> assertThat(store.kept("location")).containsExactly("v1@1"));
        await().untilAsserted(() -> assertThat(store.kept("vendor")).containsExactly("v1@2"));
    }

    @Test
    void writesTheNewestOfEachKeyThatCameWhileAWriteWasUnderWay() {
        holdAWrite();
        IntStream.rangeClosed(1, 50).forEach(i -> writer.keep("location", value("v1", i)));
        writer.keep("location", value("v1", 7));
        writer.keep("location", value("v2", 3));

        store.release();

        await().untilAsserted(
                        () ->
                                assertThat(store.calls())
                                        .containsExactly("keep [v0@0]", "keep [v1@50, v2@3]"));
    }

    @Test
    void writesWhatFallsToOthersWhileTheyMayNotHearYet() {
        retention.ownership().change(_ -> false);
        retention.ownership().settling(true);
        writer.start();

        writer.keep("location", value("v1", 1));

        await().untilAsserted(() -> assertThat(store.kept("location")).containsExactly("v1@1"));
    }

    @Test
    void keepsTheNewestWhileTheStoreIsAway() {
        store.setAway(true);
        writer.start();
        writer.keep("location", value("v1", 1));
        writer.keep("vendor", value("v9", 9));
        await().until(() -> !writer.isReachable());
        writer.keep("location", value("v1", 3));
        writer.keep("location", value("v1", 2));

        store.setAway(false);

        await().untilAsserted(() -> assertThat(store.kept("location")).containsExactly("v1@3"));
        await().untilAsserted(() -> assertThat(store.kept("vendor")).containsExactly("v9@9"));
        assertThat(writer.isReachable()).isTrue();
        assertThat(store.calls()).doesNotContain("keep [v1@2]");
    }

    @Test
    void removesWhatIsNotNewerThanTheRemoval() {
        holdAWrite();
        writer.keep("location", value("v1", 9));
        writer.remove("location", "v1", Instant.ofEpochSecond(9));
        writer.keep("location", value("v1", 8));

        store.release();

        await().until(() -> store.calls().contains("remove v1 up to 9"));
        assertThat(store.kept("location")).containsExactly("v0@0");
    }

    @Test
    void keepsWhatIsNewerThanTheRemoval() {
        holdAWrite();
        writer.remove("location", "v1", Instant.ofEpochSecond(9));
        writer.keep("location", value("v1", 10));

        store.release();

        await().untilAsserted(
                        () -> assertThat(store.kept("location")).containsExactly("v0@0", "v1@10"));
        assertThat(store.calls()).contains("remove v1 up to 9");
    }

    @Test
    void remembersARemovalWhileTheStoreIsAway() {
        store.keep("location", List.of(value("v1", 9)));
        store.setAway(true);
        writer.start();
        writer.remove("location", "v1", Instant.ofEpochSecond(9));
        await().until(() -> !writer.isReachable());

        store.setAway(false);

        await().untilAsserted(() -> assertThat(store.kept("location")).isEmpty());
    }

    @Test
    void leavesToOtherNodesWhatIsTheirs() {
        retention.ownership().change("v1"::equals);
        writer.keep("location", value("v1", 1));
        writer.keep("location", value("v2", 1));
        writer.remove("location", "v3", Instant.ofEpochSecond(9));

        writer.stop();

        assertThat(store.calls()).containsExactly("keep [v1@1]");
    }

    @Test
    void noticesThatTheStoreIsAwayThoughThereIsNothingToWrite() {
        store.setAway(true);

        writer.start();

        await().until(() -> !writer.isReachable());
        assertThat(retention.meter("venta.store.reachable")).isZero();
        store.setAway(false);
        await().until(writer::isReachable);
    }

    @Test
    void writesAllThatIsRetainedWhereMoreHadToWaitThanIsBoundFor() {
        store.setAway(true);
        writer.start();
        for (int i = 0; i < StubRetention.MOST + 5; i++) {
            topics.accept(location, value("v" + i, i));
            writer.keep("location", value("v" + i, i));
        }
        await().until(() -> !writer.isReachable());
        assertThat(writer.pending()).isEqualTo(StubRetention.MOST);

        store.setAway(false);

        await().untilAsserted(
                        () ->
                                assertThat(store.kept("location"))
                                        .hasSize(StubRetention.MOST + 5)
                                        .contains("v0@0"));
    }

    @Test
    void gathersWhatComesShortlyAfterAWrite() {
        writer.start();
        writer.keep("location", value("v0", 0));
        await().until(() -> store.calls().contains("keep [v0@0]"));

        IntStream.rangeClosed(1, 1_000).forEach(i -> writer.keep("location", value("v1", i)));

        await().until(() -> store.kept("location").contains("v1@1000"));
        assertThat(store.calls()).hasSizeLessThan(20);
        assertThat(retention.meter("venta.store.writes")).isEqualTo(store.calls().size());
    }

    @Test
    void writesWhatWaitsBeforeItStops() {
        writer.keep("location", value("v1", 1));

        writer.stop();

        assertThat(store.kept("location")).containsExactly("v1@1");
    }

    @Test
    void losesNothingOfAWriteThatStoppingInterrupts() {
        holdAWrite();
        writer.keep("location", value("v1", 1));
        var stopping = Thread.ofVirtual().start(writer::stop);
        await().until(() -> !stopping.isAlive() || store.hasCallWaiting());

        store.release();

        await().untilAsserted(
                        () -> assertThat(store.kept("location")).containsExactly("v0@0", "v1@1"));
    }

    /** The writer stands in the store with v0, and whatever comes now waits for it. */
    private void holdAWrite() {
        store.hold();
        writer.start();
        writer.keep("location", value("v0", 0));
        await().until(store::hasCallWaiting);
    }
}
