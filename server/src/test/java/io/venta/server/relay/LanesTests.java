package io.venta.server.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.server.session.ClientWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LanesTests {

    private final Lanes alone = new Lanes(0);
    private final Lanes helped = new Lanes(2);

    @AfterEach
    void stop() {
        helped.stop();
    }

    @Test
    void flushesOnTheThreadThatAsks() {
        var clients = clients(3);
        clients.forEach(client -> queue(client, alone));

        alone.flush();

        assertThat(clients).allSatisfy(this::hasHeardOnce);
    }

    @Test
    void flushesNothingBeforeItIsAsked() {
        var client = new RecordingClient("s1");

        queue(client, alone);

        assertThat(client.written()).isEmpty();
    }

    @Test
    void flushesManyWithHelp() {
        var clients = clients(2_000);
        clients.forEach(client -> queue(client, helped));

        helped.flush();

        await().untilAsserted(() -> assertThat(clients).allSatisfy(this::hasHeardOnce));
    }

    @Test
    void helpsOutWhereOneIsHeldUp() {
        var entered = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        var heldUp =
                session(
                        (_, done) -> {
                            entered.countDown();
                            try {
                                gate.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            done.done(true);
                        });
        var others = clients(100);
        others.forEach(client -> queue(client, helped));
        heldUp.add(Outgoing.of(Frames.HEARTBEAT, 0), 0, helped);

        var asks = Thread.ofVirtual().start(helped::flush);

        await().untilAsserted(() -> assertThat(others).allSatisfy(this::hasHeardOnce));
        await().until(() -> entered.getCount() == 0);
        gate.countDown();
        await().until(() -> !asks.isAlive());
    }

    @Test
    void flushesTheRestWhereOneFails() {
        var failures = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            var broken =
                    session(
                            (_, _) -> {
                                failures.incrementAndGet();
                                throw new IllegalStateException("a socket's bug");
                            });
            broken.add(Outgoing.of(Frames.HEARTBEAT, 0), 0, helped);
        }
        var client = new RecordingClient("s1");
        queue(client, helped);

        helped.flush();

        await().untilAsserted(() -> hasHeardOnce(client));
        await().until(() -> failures.get() == 3);
    }

    private void hasHeardOnce(RecordingClient client) {
        assertThat(client.heard()).containsExactly("RECEIPT r");
    }

    private static List<RecordingClient> clients(int count) {
        return IntStream.range(0, count).mapToObj(i -> new RecordingClient("s" + i)).toList();
    }

    private static void queue(RecordingClient client, Lanes lanes) {
        client.session().add(Outgoing.of(Frames.receipt("r"), 0), 0, lanes);
    }

    private static ClientSession session(ClientWriter writer) {
        var figures = new RelayFigures(new SimpleMeterRegistry());
        var outbox = new Outbox(writer, RecordingClient.NO_LIMITS, figures, 0);
        return new ClientSession("x", () -> "alice", Map.of(), 0, null, outbox, () -> {});
    }
}
