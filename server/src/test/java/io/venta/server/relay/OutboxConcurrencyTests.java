package io.venta.server.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.server.relay.Outbox.Added;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many who add and flush at a time, and a socket that takes some writes at once, some later. */
@Timeout(30)
class OutboxConcurrencyTests {

    private static final int ADDERS = 8;
    private static final int FRAMES = 2_000;

    private final RecordingClient client = new RecordingClient("s1");
    private final Outbox outbox = client.session().outbox();

    @Test
    void losesDoublesAndReordersNothing() throws InterruptedException {
        try (var pool = Executors.newFixedThreadPool(2)) {
            client.writer().takeOn(sometimesLater(pool));
            var adders =
                    IntStream.range(0, ADDERS)
                            .mapToObj(i -> Thread.ofPlatform().start(() -> addAll(i)))
                            .toList();
            for (var adder : adders) {
                adder.join();
            }
            await().until(() -> client.heard().size() >= ADDERS * FRAMES);
        }

        assertEachAddersOrder(client.heard());
        assertThat(client.heardByWrite()).anyMatch(write -> write.size() > 1);
        assertThat(outbox.waitingFrames()).isZero();
        assertThat(outbox.waitingBytes()).isZero();
    }

    private void addAll(int adder) {
        for (int i = 0; i < FRAMES; i++) {
            var now = System.nanoTime();
            var frame = Frames.receipt(adder + " " + i);
            if (outbox.add(Outgoing.of(frame, now), now) == Added.FLUSH || i % 100 == 0) {
                outbox.flush();
            }
        }
    }

    private static Executor sometimesLater(Executor pool) {
        return taken -> {
            switch (ThreadLocalRandom.current().nextInt(3)) {
                case 0 -> taken.run();
                case 1 -> pool.execute(taken);
                default -> Thread.ofVirtual().start(taken);
            }
        };
    }

    private static void assertEachAddersOrder(List<String> heard) {
        var next = new HashMap<String, Integer>();
        for (var line : heard) {
            var words = line.split(" ", -1);
            assertThat(Integer.parseInt(words[2])).isEqualTo(next.getOrDefault(words[1], 0));
            next.merge(words[1], 1, Integer::sum);
        }
        assertThat(next).hasSize(ADDERS).containsValue(FRAMES);
        assertThat(heard).hasSize(ADDERS * FRAMES);
    }
}
