package io.venta.server.relay;

import static io.venta.server.relay.StubTopicPolicy.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.model.Destinations;
import io.venta.server.relay.TopicsModel.Asked;
import io.venta.server.session.StubClientSockets;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random sessions, subscriptions, publishes, removals, messages, beats and sockets that stall:
 * every session hears what a model says, in order and nothing twice. Half the sessions may fall
 * behind: of a vendor's updates those may miss some, but never the last.
 */
class TopicsModelTests {

    private static final int STEPS = 400;
    private static final int[] MILLIS = {0, 0, 10, 20};
    private static final List<String> FAMILIES = List.of("location", "vendor");
    private static final List<String> QUEUES =
            List.of(Destinations.NOTIFICATIONS, Destinations.ERRORS);
    private static final OutboxLimits TIGHT =
            new OutboxLimits(
                    Long.MAX_VALUE, Integer.MAX_VALUE, Duration.ofDays(1), 600, Duration.ofDays(1));
    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();
    private static final RelayFigures FIGURES = new RelayFigures(METERS);
    private static int thinned;

    private final Map<String, StubTopicPolicy> policies =
            Map.of(
                    "location", new StubTopicPolicy("location"),
                    "vendor", new StubTopicPolicy("vendor"));
    private final ManualTimer timer = new ManualTimer();
    private final Lanes lanes = new Lanes(0);
    private final Conflation conflation = new Conflation(timer.service(), lanes, FIGURES);
    private final Topics topics = new Topics(List.copyOf(policies.values()), lanes);
    private final ClientSessions sessions =
            new ClientSessions(topics, new StubClientSockets(), new SettableClock(), _ -> {});
    private final Map<String, RecordingClient> open = new LinkedHashMap<>();
    private final Map<String, RecordingClient> ended = new LinkedHashMap<>();
    private final TopicsModel model = new TopicsModel();

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @AfterAll
    static void hasLookedAtWhatItShould() {
        assertThat(METERS.counter("venta.relay.conflated").count()).isGreaterThan(1_000);
        assertThat(thinned).isGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void saysWhatTheModelSays(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            var kind = random.nextInt(40);
            if (kind < 2 || open.isEmpty()) {
                connect("s" + step, random);
            } else {
                act(kind, step, random);
            }
        }

        open.values().forEach(client -> client.writer().resume());
        beat(10);
        beat(20);
        lanes.flush();
        open.forEach(this::assertHeardAll);
        ended.forEach(this::assertHeardTheBeginning);
        List.copyOf(open.keySet()).forEach(this::disconnect);
        assertThat(topics.size()).isZero();
    }

    private void act(int kind, int step, Random random) {
        switch (kind) {
            case 2 -> disconnect(one(List.copyOf(open.keySet()), random));
            case 3, 4, 5, 6 -> subscribe("a" + step, random);
            case 7 -> unsubscribe(random);
            case 8 -> remove(random);
            case 9, 10, 11, 12 -> send("m" + step, random);
            case 13 -> beat(10);
            case 14 -> beat(20);
            case 15, 16 -> client(random).writer().stall();
            case 17 -> client(random).writer().resume();
            case 18, 19, 20 -> client(random).writer().takeOne();
            case 21, 22, 23 -> lanes.flush();
            default -> publish(random);
        }
    }

    private void connect(String id, Random random) {
        var limits = mayFallBehind(id) ? TIGHT : RecordingClient.NO_LIMITS;
        var client = new RecordingClient(id, user(random), limits, FIGURES);
        sessions.add(client.session());
        open.put(id, client);
        model.connect(id);
    }

    private void disconnect(String id) {
        var client = Objects.requireNonNull(open.remove(id));
        ended.put(id, client);
        sessions.remove(id);
        client.session().close();
        model.disconnect(id);
    }

    private void subscribe(String id, Random random) {
        var client = client(random);
        var session = client.session();
        var millis = MILLIS[random.nextInt(MILLIS.length)];
        var held = millis == 0 ? null : session.held(millis, conflation);
        if (random.nextInt(4) == 0) {
            var queue = one(QUEUES, random);
            client.subscribe(topics, id, queue, held);
            var whose = queue.equals(Destinations.ERRORS) ? session.id() : session.userName();
            model.subscribe(new Asked(session.id(), id, queue, whose, millis));
        } else {
            var family = one(FAMILIES, random);
            var key = random.nextInt(4) == 0 ? "*" : key(random);
            client.subscribe(topics, id, "/topic/" + family + '.' + key, held);
            model.subscribe(new Asked(session.id(), id, family, key, millis));
        }
    }

    private void unsubscribe(Random random) {
        if (!model.subscriptions().isEmpty()) {
            var asked = one(model.subscriptions(), random);
            var session = Objects.requireNonNull(open.get(asked.session())).session();
            topics.unsubscribe(Objects.requireNonNull(session.subscriptions().remove(asked.id())));
            session.send(Frames.receipt("u-" + asked.id()));
            model.unsubscribe(asked);
        }
    }

    private void send(String body, Random random) {
        var session = client(random).session();
        if (random.nextBoolean()) {
            send(Address.ofUser(session.userKey().value()), Destinations.NOTIFICATIONS, body);
            model.send(Destinations.NOTIFICATIONS, session.userName(), "said " + body);
        } else {
            send(Address.ofSession(session.id(), Destinations.ERRORS), Destinations.ERRORS, body);
            model.send(Destinations.ERRORS, session.id(), "said " + body);
        }
    }

    private void send(String address, String queue, String body) {
        topics.send(address, queue, "said", body.getBytes(UTF_8));
    }

    private void remove(Random random) {
        var family = one(FAMILIES, random);
        var key = key(random);
        topics.remove(policy(family), key, Instant.EPOCH, key.getBytes(UTF_8));
        model.remove(family, key);
    }

    private void publish(Random random) {
        var family = one(FAMILIES, random);
        var key = key(random);
        var version = model.newest(family, key) + random.nextInt(-2, 4);
        var accepted = topics.accept(policy(family), value(key, version));
        assertThat(accepted).isEqualTo(model.publish(family, key, version));
        if (random.nextBoolean()) {
            lanes.flush();
        }
    }

    private void beat(int millis) {
        timer.beat(millis);
        model.beat(millis);
    }

    private void assertHeardAll(String id, RecordingClient client) {
        var hearing = Hearing.of(client.heard());
        var expected = model.heard(id);
        if (mayFallBehind(id)) {
            hearing.isThinned(expected);
            thinned += client.heard().size() < expected.size() ? 1 : 0;
        } else {
            hearing.isAll(expected);
        }
        assertThat(client.session().outbox().waitingBytes()).isZero();
        assertThat(client.slow()).isZero();
    }

    private void assertHeardTheBeginning(String id, RecordingClient client) {
        client.writer().resume();
        var hearing = Hearing.of(client.heard()).untilItEnded();
        if (mayFallBehind(id)) {
            hearing.isTheThinnedBeginningOf(model.heard(id));
        } else {
            hearing.isTheBeginningOf(model.heard(id));
        }
    }

    private RecordingClient client(Random random) {
        return one(new ArrayList<>(open.values()), random);
    }

    private StubTopicPolicy policy(String family) {
        return Objects.requireNonNull(policies.get(family));
    }

    private static boolean mayFallBehind(String id) {
        return id.hashCode() % 2 == 0;
    }

    private static String user(Random random) {
        return "u" + random.nextInt(3);
    }

    private static String key(Random random) {
        return "v" + random.nextInt(6);
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
