package io.venta.server.relay;

import static io.venta.server.relay.StubTopicPolicy.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LastKnownWriterTests {

    private final StubLastKnownValues store = new StubLastKnownValues();
    private final LastKnownWriter writer = new LastKnownWriter(store);

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
    void removesWhatCameBeforeTheRemoval() {
        holdAWrite();
        writer.keep("location", value("v1", 9));
        writer.remove("location", "v1");

        store.release();

        await().until(() -> store.calls().contains("remove v1"));
        assertThat(store.kept("location")).containsExactly("v0@0");
    }

    @Test
    void keepsWhatCameAfterTheRemovalHoweverOldItIs() {
        store.keep("location", java.util.List.of(value("v1", 9)));
        holdAWrite();
        writer.remove("location", "v1");
        writer.keep("location", value("v1", 4));

        store.release();

        await().untilAsserted(
                        () -> assertThat(store.kept("location")).containsExactly("v0@0", "v1@4"));
    }

    @Test
    void remembersARemovalWhileTheStoreIsAway() {
        store.keep("location", java.util.List.of(value("v1", 9)));
        store.setAway(true);
        writer.start();
        writer.remove("location", "v1");
        await().until(() -> !writer.isReachable());
        writer.keep("location", value("v1", 4));

        store.setAway(false);

        await().untilAsserted(() -> assertThat(store.kept("location")).containsExactly("v1@4"));
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
