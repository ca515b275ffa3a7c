package io.venta.server.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.server.relay.Outbox.Added;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OutboxTests {

    private final RecordingClient client = new RecordingClient("s1");
    private final RecordingWriter writer = client.writer();
    private final Outbox outbox = client.session().outbox();

    @Test
    void writesAtOnceAllThatWaits() {
        add("1", "2", "3");

        outbox.flush();

        assertThat(client.heardByWrite())
                .containsExactly(List.of("RECEIPT 1", "RECEIPT 2", "RECEIPT 3"));
    }

    @Test
    void asksForOneFlushHoweverMuchIsAdded() {
        assertThat(add("1", "2")).containsExactly(Added.FLUSH, Added.NOTHING_TO_DO);

        outbox.flush();

        assertThat(add("3")).containsExactly(Added.FLUSH);
    }

    @Test
    void writesOnceAtATimeAndThenTogetherWhatCameMeanwhile() {
        writer.stall();
        add("1");
        outbox.flush();

        assertThat(add("2", "3")).containsOnly(Added.NOTHING_TO_DO);
        outbox.flush();
        assertThat(client.heard()).isEmpty();
        writer.takeOne();
        assertThat(client.heard()).containsExactly("RECEIPT 1");
        add("4");
        writer.takeOne();
        writer.resume();

        assertThat(client.heardByWrite())
                .containsExactly(
                        List.of("RECEIPT 1"),
                        List.of("RECEIPT 2", "RECEIPT 3"),
                        List.of("RECEIPT 4"));
    }

    @Test
    void writesNoMoreThanSixteenKilobytesAndAFrameAtOnce() {
        IntStream.range(0, 10).forEach(_ -> add("x".repeat(5_000)));

        outbox.flush();

        assertThat(writer.writes()).extracting(List::size).containsExactly(4, 4, 2);
    }

    @Test
    void framesWhateverLengthThereIs() {
        var lengths = List.of(1, 100, 102, 103, 104, 300, 15_000, 65_510, 65_511, 65_512, 70_000);
        for (var length : lengths) {
            add("first", "x".repeat(length));
            outbox.flush();
        }

        assertThat(client.heard())
                .filteredOn(line -> !line.endsWith("first"))
                .extracting(line -> line.length() - "RECEIPT ".length())
                .isEqualTo(lengths);
    }

    @Test
    void goesOnOnTheThreadThatTookTheWrite() {
        try (var executor = Executors.newSingleThreadExecutor()) {
            writer.takeOn(executor);
            var expected = new ArrayList<String>();
            for (int i = 0; i < 1_000; i++) {
                expected.add("RECEIPT " + i);
                if (add(String.valueOf(i)).contains(Added.FLUSH)) {
                    outbox.flush();
                }
            }

            await().untilAsserted(() -> assertThat(client.heard()).isEqualTo(expected));
        }
        assertThat(outbox.waitingFrames()).isZero();
    }

    @Test
    void holdsUpNobodyWhileItsClientDoesNotRead() {
        var other = new RecordingClient("s2");
        var lanes = new Lanes(0);
        var now = System.nanoTime();
        writer.stall();
        client.session().add(receipt("slow", now), now, lanes);
        other.session().add(receipt("fast", now), now, lanes);

        lanes.flush();

        assertThat(client.heard()).isEmpty();
        assertThat(other.heard()).containsExactly("RECEIPT fast");
    }

    @Test
    void doesWhatComesAfterwardsBehindAllThatWaited() {
        var heardBefore = new CopyOnWriteArrayList<List<String>>();
        writer.stall();
        add("1");
        outbox.flush();
        add("2");
        outbox.add(Outgoing.last(() -> heardBefore.add(client.written()), 0), 0);
        add("3");

        writer.takeOne();
        assertThat(heardBefore).isEmpty();
        writer.resume();

        assertThat(heardBefore).containsExactly(List.of("RECEIPT 1", "RECEIPT 2"));
        assertThat(client.heard()).containsExactly("RECEIPT 1", "RECEIPT 2", "RECEIPT 3");
    }

    @Test
    void doesAtOnceWhatComesAfterwardsWhereNothingWaits() {
        var done = new CopyOnWriteArrayList<String>();
        outbox.add(Outgoing.last(() -> done.add("first"), 0), 0);
        outbox.add(Outgoing.last(() -> done.add("second"), 0), 0);

        outbox.flush();

        assertThat(done).containsExactly("first", "second");
        assertThat(writer.writes()).isEmpty();
    }

    @Test
    void writesNothingOnceClosed() {
        writer.stall();
        add("under way");
        outbox.flush();
        add("waits");

        outbox.close();
        assertThat(add("too late")).containsExactly(Added.NOTHING_TO_DO);
        writer.resume();
        outbox.flush();

        assertThat(client.heard()).containsExactly("RECEIPT under way");
        assertThat(outbox.waitingFrames()).isZero();
        assertThat(outbox.waitingBytes()).isZero();
    }

    @Test
    void endsWithAWriteThatFails() {
        writer.stall();
        add("under way");
        outbox.flush();
        add("lost");
        writer.breakDown();

        writer.resume();

        assertThat(add("too late")).containsExactly(Added.NOTHING_TO_DO);
        outbox.flush();
        assertThat(client.heard()).isEmpty();
        assertThat(outbox.waitingFrames()).isZero();
    }

    @Test
    void closesTheSocketEvenIfTheLastWordFails() {
        var closed = new CopyOnWriteArrayList<String>();
        writer.breakDown();
        add("last word");
        outbox.add(Outgoing.last(() -> closed.add("closed"), 0), 0);

        outbox.flush();

        assertThat(closed).containsExactly("closed");
    }

    @Test
    void isAsGoodAsNewAfterABurst() {
        for (int burst = 0; burst < 3; burst++) {
            writer.stall();
            add("start");
            outbox.flush();
            IntStream.range(0, 1_000).forEach(i -> add(String.valueOf(i)));
            writer.resume();
        }

        assertThat(client.heard()).hasSize(3_003);
        assertThat(client.heard().subList(2_002, 3_003))
                .startsWith("RECEIPT start", "RECEIPT 0")
                .endsWith("RECEIPT 999");
        assertThat(outbox.waitingBytes()).isZero();
    }

    private List<Added> add(String... receipts) {
        var now = System.nanoTime();
        return Stream.of(receipts).map(id -> outbox.add(receipt(id, now), now)).toList();
    }

    private static Outgoing receipt(String id, long now) {
        return Outgoing.of(Frames.receipt(id), now);
    }
}
