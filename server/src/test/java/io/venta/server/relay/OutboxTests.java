package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

@Timeout(30)
class OutboxTests {

    private static final int FRAME_BYTES = 300;
    private static final int OVERHEAD = 200;

    private final List<String> written = new CopyOnWriteArrayList<>();
    private final AtomicInteger overflows = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    void keepsTheOrderOfEachWhoAdds() throws InterruptedException {
        var outbox = outbox(Long.MAX_VALUE);
        var adders = new ArrayList<Thread>();
        for (int adder = 0; adder < 8; adder++) {
            var name = String.valueOf(adder);
            adders.add(
                    Thread.ofVirtual()
                            .start(
                                    () ->
                                            IntStream.range(0, 500)
                                                    .forEach(
                                                            i ->
                                                                    outbox.add(
                                                                            frame(
                                                                                    name + ' '
                                                                                            + i)))));
        }
        for (var adder : adders) {
            adder.join();
        }

        await().until(() -> written.size() == 4_000);
        var next = new HashMap<String, Integer>();
        for (var line : written) {
            var words = line.split(" ", -1);
            assertThat(Integer.parseInt(words[1])).isEqualTo(next.getOrDefault(words[0], 0));
            next.merge(words[0], 1, (old, _) -> old + 1);
        }
        await().until(() -> outbox.waitingBytes() == 0);
    }

    @Test
    void writesOneFrameAtATime() {
        var writing = new AtomicInteger();
        var overlaps = new AtomicInteger();
        var outbox =
                new Outbox(
                        "test",
                        Long.MAX_VALUE,
                        frame -> {
                            if (writing.incrementAndGet() > 1) {
                                overlaps.incrementAndGet();
                            }
                            LockSupport.parkNanos(1_000);
                            write(frame);
                            writing.decrementAndGet();
                        },
                        overflows::incrementAndGet);

        IntStream.range(0, 1_000).parallel().forEach(i -> outbox.add(frame(String.valueOf(i))));

        await().until(() -> written.size() == 1_000);
        assertThat(overlaps).hasValue(0);
    }

    @Test
    void holdsUpNobodyWhileItsClientReadsSlowly() {
        var slow = gatedOutbox(Long.MAX_VALUE);
        slow.add(frame("slow"));
        var fast = outbox(Long.MAX_VALUE);

        fast.add(frame("fast"));

        await().untilAsserted(() -> assertThat(written).containsExactly("fast"));
        gate.countDown();
        await().untilAsserted(() -> assertThat(written).containsExactly("fast", "slow"));
    }

    @Test
    void overflowsOnceAndWritesNothingMore() {
        var outbox = gatedOutbox(4L * (FRAME_BYTES + OVERHEAD));
        addUntilFull(outbox, 4);
        assertThat(overflows).hasValue(0);

        IntStream.range(0, 100).parallel().forEach(_ -> outbox.add(big()));
        gate.countDown();

        assertThat(overflows).hasValue(1);
        assertThat(outbox.waitingBytes()).isPositive();
        await().during(100, TimeUnit.MILLISECONDS).until(() -> written.size() <= 1);
    }

    @Test
    void takesMoreOnceItsClientHasCaughtUp() {
        var outbox = outbox(FRAME_BYTES + OVERHEAD);

        for (int i = 0; i < 20; i++) {
            outbox.add(big());
            await().until(() -> outbox.waitingBytes() == 0);
        }

        assertThat(overflows).hasValue(0);
        assertThat(written).hasSize(20);
    }

    @Test
    void countsNothingThatWasAskedFor() {
        var outbox = gatedOutbox(FRAME_BYTES + OVERHEAD);

        IntStream.range(0, 500).forEach(_ -> outbox.addUnbounded(big()));
        outbox.add(big());
        gate.countDown();

        await().until(() -> written.size() == 501);
        assertThat(overflows).hasValue(0);
    }

    @Test
    void runsWhatComesAfterwardsBehindAllThatWaits() {
        var outbox = gatedOutbox(Long.MAX_VALUE);
        outbox.add(frame("1"));
        outbox.add(frame("2"));
        outbox.afterwards(() -> written.add("last"));
        outbox.add(frame("3"));

        gate.countDown();

        await().untilAsserted(() -> assertThat(written).containsExactly("1", "2", "last", "3"));
    }

    @Test
    void writesNothingOnceClosed() {
        var outbox = gatedOutbox(Long.MAX_VALUE);
        outbox.add(frame("under way"));
        outbox.add(frame("waits"));
        await().until(() -> outbox.waitingBytes() > 0);

        outbox.close();
        outbox.add(frame("too late"));
        gate.countDown();

        await().during(100, TimeUnit.MILLISECONDS).until(() -> !written.contains("waits"));
        assertThat(written).doesNotContain("too late");
        assertThat(overflows).hasValue(0);
    }

    @Test
    void goesOnAfterAWriteThatFailed() {
        var failures = new AtomicInteger();
        var outbox =
                new Outbox(
                        "test",
                        Long.MAX_VALUE,
                        frame -> {
                            if (failures.getAndIncrement() == 0) {
                                throw new IllegalStateException("the socket hiccups");
                            }
                            write(frame);
                        },
                        overflows::incrementAndGet);

        outbox.add(frame("lost"));
        outbox.add(frame("written"));

        await().untilAsserted(() -> assertThat(written).containsExactly("written"));
        await().until(() -> outbox.waitingBytes() == 0);
    }

    private Outbox outbox(long maxBytes) {
        return new Outbox("test", maxBytes, this::write, overflows::incrementAndGet);
    }

    private Outbox gatedOutbox(long maxBytes) {
        return new Outbox(
                "gated",
                maxBytes,
                frame -> {
                    try {
                        gate.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    write(frame);
                },
                overflows::incrementAndGet);
    }

    private void write(Message<byte[]> frame) {
        written.add(new String(frame.getPayload(), UTF_8));
    }

    private static void addUntilFull(Outbox outbox, int frames) {
        IntStream.range(0, frames).forEach(_ -> outbox.add(big()));
    }

    private static Message<byte[]> frame(String text) {
        return new GenericMessage<>(text.getBytes(UTF_8));
    }

    private static Message<byte[]> big() {
        return new GenericMessage<>(new byte[FRAME_BYTES]);
    }
}
