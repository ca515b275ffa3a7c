package io.venta.server.relay;

import static io.venta.server.relay.StubTopicPolicy.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.server.session.StubClientSockets;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Four threads that publish, sessions that come and go on two more, sockets that take writes on
 * others, helpers in the lanes and a timer that beats: no subscription misses a value between two
 * it heard, hears one twice or an older one after a newer one; who stays hears the newest.
 */
@Timeout(60)
class TopicsConcurrencyTests {

    private static final int PUBLISHERS = 4;
    private static final int PUBLISHES = 2_000;
    private static final int VENDORS = 8;
    private static final OutboxLimits TIGHT =
            new OutboxLimits(
                    Long.MAX_VALUE, Integer.MAX_VALUE, Duration.ofDays(1), 400, Duration.ofDays(1));

    private final Lanes lanes = new Lanes(2);
    private final RelayFigures figures = new RelayFigures(new SimpleMeterRegistry());
    private final Conflation conflation = new Conflation(lanes, figures);
    private final StubTopicPolicy location = new StubTopicPolicy("location");
    private final Topics topics = new Topics(List.of(location), lanes);
    private final ClientSessions sessions =
            new ClientSessions(topics, new StubClientSockets(), new SettableClock(), _ -> {});
    private final ExecutorService takers = Executors.newFixedThreadPool(2);
    private final List<AtomicLong> versions = new ArrayList<>();
    private final List<NavigableSet<Long>> accepted = new ArrayList<>();
    private final Queue<RecordingClient> comers = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    TopicsConcurrencyTests() {
        for (int vendor = 0; vendor < VENDORS; vendor++) {
            versions.add(new AtomicLong());
            accepted.add(new ConcurrentSkipListSet<>());
        }
    }

    @AfterEach
    void stop() {
        conflation.stop();
        lanes.stop();
        takers.shutdownNow();
    }

    @Test
    void keepsOrderAndEndsWithTheNewest() throws InterruptedException {
        var all = List.of(client("w0", false), client("w1", false));
        var thinned = List.of(client("t0", true), client("t1", true));
        all.forEach(client -> client.subscribe(topics, "all", "/topic/location.*"));
        thinned.forEach(client -> client.subscribe(topics, "thin", "/topic/location.*"));
        var held = client("h0", false);
        held.subscribe(topics, "held", "/topic/location.*", held.session().held(2, conflation));

        run();

        var newest = newest();
        Stream.of(all, thinned, List.of(held))
                .flatMap(List::stream)
                .forEach(client -> await().until(() -> heardNewest(client, newest)));
        all.forEach(client -> assertMissesNothing(client, true));
        thinned.forEach(this::assertOrder);
        assertOrder(held);
        assertThat(comers).hasSizeGreaterThan(10);
        comers.forEach(client -> assertMissesNothing(client, false));
        assertThat(topics.size()).isEqualTo(1);
    }

    private void run() throws InterruptedException {
        var visitors =
                IntStream.range(0, 2)
                        .mapToObj(i -> Thread.ofPlatform().start(() -> comeAndGo(i)))
                        .toList();
        var publishers =
                IntStream.range(0, PUBLISHERS)
                        .mapToObj(_ -> Thread.ofPlatform().start(this::publishAll))
                        .toList();
        for (var publisher : publishers) {
            publisher.join();
        }
        over = true;
        for (var visitor : visitors) {
            visitor.join();
        }
    }

    private void publishAll() {
        var random = ThreadLocalRandom.current();
        for (int i = 0; i < PUBLISHES; i++) {
            var vendor = random.nextInt(VENDORS);
            var version = versions.get(vendor).incrementAndGet();
            if (topics.accept(location, value("v" + vendor, version))) {
                accepted.get(vendor).add(version);
            }
            lanes.flush();
        }
    }

    /** Subscribes to one vendor twice, at once and held; takes both back; takes one id again. */
    private void comeAndGo(int visitor) {
        for (int visit = 0; !over; visit++) {
            var client = client("c" + visitor + '-' + visit, false);
            var session = client.session();
            sessions.add(session);
            var topic = "/topic/location.v" + visit % VENDORS;
            client.subscribe(topics, "once", topic);
            var held = client.subscribe(topics, "held", topic, session.held(1, conflation));
            var stay = System.nanoTime() + ThreadLocalRandom.current().nextInt(5_000_000);
            while (System.nanoTime() < stay) {
                Thread.onSpinWait();
            }
            topics.unsubscribe(held);
            session.send(Frames.receipt("u-held"));
            client.subscribe(topics, "again", topic);
            sessions.remove(session.id());
            comers.add(client);
        }
    }

    private RecordingClient client(String id, boolean mayFallBehind) {
        var limits = mayFallBehind ? TIGHT : RecordingClient.NO_LIMITS;
        var client = new RecordingClient(id, "u", limits, figures);
        if (id.hashCode() % 2 == 0 || mayFallBehind) {
            client.writer().takeOn(takers);
        }
        return client;
    }

    private List<String> newest() {
        return IntStream.range(0, VENDORS)
                .mapToObj(vendor -> "v" + vendor + '@' + accepted.get(vendor).last())
                .toList();
    }

    private static boolean heardNewest(RecordingClient client, List<String> newest) {
        var bodies =
                client.writer().payloads().stream()
                        .map(frame -> frame.substring(frame.lastIndexOf('\n') + 1))
                        .map(body -> body.replace("\0", ""))
                        .collect(Collectors.toSet());
        return bodies.containsAll(newest);
    }

    private void assertMissesNothing(RecordingClient client, boolean fromTheStart) {
        assertOrder(client);
        var lines = client.heard();
        for (int vendor = 0; vendor < VENDORS; vendor++) {
            for (var id : List.of("all", "once", "again")) {
                var heard = versions(lines, id, "v" + vendor);
                if (!heard.isEmpty()) {
                    var between =
                            accepted.get(vendor)
                                    .subSet(heard.getFirst(), true, heard.getLast(), true);
                    assertThat(heard).isEqualTo(List.copyOf(between));
                    if (fromTheStart) {
                        assertThat(heard).hasSameSizeAs(accepted.get(vendor));
                    }
                }
            }
        }
    }

    private void assertOrder(RecordingClient client) {
        var heard = client.heard();
        for (int vendor = 0; vendor < VENDORS; vendor++) {
            for (var id : List.of("all", "thin", "held", "once", "again")) {
                assertThat(versions(heard, id, "v" + vendor))
                        .isSortedAccordingTo(Long::compare)
                        .doesNotHaveDuplicates();
            }
        }
        var end = heard.indexOf("RECEIPT u-held");
        if (end >= 0) {
            assertThat(heard.subList(end, heard.size()))
                    .noneMatch(line -> line.startsWith("held "));
        }
    }

    private static List<Long> versions(List<String> heard, String id, String vendor) {
        var start = id + " location_updated " + vendor + '@';
        return heard.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).split(" ", 2)[0])
                .map(Long::valueOf)
                .toList();
    }
}
