package io.venta.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.connection.ConnectionState.Live;
import io.venta.desktop.connection.ConnectionState.Reconnecting;
import io.venta.model.Destinations;
import io.venta.model.session.Ping;
import io.venta.model.session.Pong;
import io.venta.testing.SettableClock;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a connection does by itself: find dead lines, renew its sign-in, send what waits. */
class ConnectionUpkeepTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Backoff QUICK =
            new Backoff(
                    Duration.ofMillis(20), Duration.ofMillis(100), RandomGenerator.getDefault());
    private static final Backoff NEVER =
            new Backoff(Duration.ofHours(1), Duration.ofHours(1), () -> Long.MAX_VALUE / 3);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Pace CALM = pace(LONG, LONG, LONG, LONG);

    private final SettableClock clock = new SettableClock();
    private final SteadyClock steady = new SteadyClock(clock, System::nanoTime, ZoneOffset.UTC);
    private final AtomicReference<Set<InetAddress>> network = new AtomicReference<>(Set.of());
    private final List<ConnectionState> states = new CopyOnWriteArrayList<>();
    private final AtomicInteger fetched = new AtomicInteger();
    private StubGateway gateway;
    private @Nullable GatewayConnection opened;

    @BeforeEach
    void start() throws Exception {
        gateway = new StubGateway();
    }

    @AfterEach
    void stop() throws Exception {
        connection().close();
        gateway.close();
    }

    @Test
    void givesUpALineThatIsSilent() {
        Pace impatient = pace(Duration.ofMillis(100), Duration.ofMillis(300), LONG, LONG);
        connect(impatient, QUICK);
        await().atMost(PATIENCE).until(() -> gateway.frames("CONNECT").size() >= 2);
        assertThat(states).hasAtLeastOneElementOfType(Reconnecting.class);
        assertThat(connection().quality().lost()).isPositive();
        await().atMost(PATIENCE).until(() -> connection().quality().reconnects() >= 1);
    }

    @Test
    void givesUpAnAttemptThatMeetsNoAnswer() {
        var welcome = gateway.onConnect;
        gateway.onConnect = client -> gateway.onConnect = welcome;
        Pace impatient = pace(LONG, LONG, LONG, Duration.ofMillis(500));
        connect(impatient, QUICK);
        awaitLive();
        assertThat(gateway.frames("CONNECT").size()).isGreaterThan(1);
    }

    @Test
    void triesAtOnceAfterASleepAndInAnotherNetwork() throws Exception {
        connect(CALM, NEVER);
        awaitLive();
        drop();
        clock.advance(Duration.ofMinutes(20));
        awaitLive();
        drop();
        network.set(Set.of(InetAddress.getByName("192.0.2.7")));
        awaitLive();
    }

    @Test
    void doubtsAnOldLineAfterASleep() {
        Pace doubting = pace(LONG, LONG, Duration.ofMillis(200), LONG);
        connect(doubting, QUICK);
        awaitLive();
        clock.advance(Duration.ofMinutes(20));
        await().atMost(PATIENCE).until(() -> gateway.frames("CONNECT").size() == 2);
        awaitLive();
    }

    @Test
    void tellsTheServerOfANewerTokenBeforeTheOldOneEnds() {
        gateway.onConnect =
                client ->
                        client.send(
                                "CONNECTED\nversion:1.2\nuser-name:ann\nsession:s-1\nexpires-at:"
                                        + SettableClock.START.plusSeconds(3_600)
                                        + "\nheart-beat:0,0\n\n");
        connect(CALM, QUICK);
        awaitLive();
        clock.advance(Duration.ofMinutes(49));
        await().atMost(PATIENCE).until(() -> sent(Destinations.SESSION_REFRESH).size() == 1);
        StubGateway.Frame refresh = sent(Destinations.SESSION_REFRESH).getFirst();
        assertThat(refresh.text()).endsWith("{\"token\":\"secret-2\"}");
        gateway.clients()
                .forEach(c -> c.send("RECEIPT\nreceipt-id:" + refresh.header("receipt") + "\n\n"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            connection().post(request()).get();
                            assertThat(gateway.posts().getLast().authorization())
                                    .isEqualTo("Bearer secret-2");
                        });
        assertThat(connection().quality().session()).isEqualTo("s-1");
    }

    @Test
    void tellsWhyATokenIsRefused() {
        connect(CALM, QUICK);
        awaitLive();
        CompletableFuture<Void> done = connection().renewSignIn("other");
        await().atMost(PATIENCE).until(() -> sent(Destinations.SESSION_REFRESH).size() == 1);
        String receipt = sent(Destinations.SESSION_REFRESH).getFirst().header("receipt");
        String queue = gateway.frames("SUBSCRIBE").getFirst().header("id");
        tell(
                queue,
                "error",
                """
                {"code":"AUTHORIZATION_FAILED","message":"Another user's",\
                "retryable":false,"receipt":"%s"}"""
                        .formatted(receipt));
        await().atMost(PATIENCE).until(done::isDone);
        assertThat(done.exceptionNow())
                .isInstanceOf(RefusedException.class)
                .hasMessage("Another user's");
        assertThat(connection().state()).isInstanceOf(Live.class);
    }

    @Test
    void learnsTheServersTimeFromThePings() {
        connect(CALM, QUICK);
        awaitLive();
        await().atMost(PATIENCE).until(() -> !sent(Destinations.SESSION_PING).isEmpty());
        Ping ping = new JsonMapper().readValue(body(Destinations.SESSION_PING), Ping.class);
        Instant receivedAt = ping.sentAt().plus(LONG);
        String queue = gateway.frames("SUBSCRIBE").getLast().header("id");
        tell(
                queue,
                "pong",
                new JsonMapper().writeValueAsString(new Pong(ping.sentAt(), receivedAt)));
        await().atMost(PATIENCE).until(() -> !steady.instant().isBefore(receivedAt));
    }

    @Test
    void sendsWhatWaitedOnceItIsBack() throws Exception {
        prepare(CALM, NEVER);
        CompletableFuture<Void> done = connection().post(request());
        assertThat(connection().outbound().items()).hasSize(1);
        connection().start();
        awaitLive();
        done.get();
        assertThat(gateway.posts()).hasSize(1);
        assertThat(connection().outbound().items()).isEmpty();
    }

    @Test
    void repeatsWhatWasNotAnsweredByTheSameId() throws Exception {
        gateway.postStatus.add(503);
        gateway.postStatus.add(429);
        connect(CALM, QUICK);
        awaitLive();
        OutboundRequest request = request();
        CompletableFuture<Void> done = connection().post(request);
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            clock.advance(Duration.ofSeconds(1));
                            return done.isDone();
                        });
        done.get();
        assertThat(gateway.posts())
                .extracting(StubGateway.Post::key)
                .containsExactly(
                        request.id().toString(), request.id().toString(), request.id().toString());
    }

    private static Pace pace(Duration ping, Duration silence, Duration doubt, Duration attempt) {
        return new Pace(Duration.ofMillis(50), ping, LONG, silence, doubt, attempt);
    }

    private void connect(Pace pace, Backoff backoff) {
        prepare(pace, backoff);
        connection().start();
    }

    private void prepare(Pace pace, Backoff backoff) {
        var made =
                new StompGatewayConnection(
                        gateway.address(),
                        new StubTokens(),
                        backoff,
                        "desk-1",
                        pace,
                        steady,
                        network::get);
        opened = made;
        made.onState(states::add);
    }

    private GatewayConnection connection() {
        return Objects.requireNonNull(opened);
    }

    private final class StubTokens implements TokenSource {

        @Override
        public String token() {
            return "secret-" + fetched.incrementAndGet();
        }

        @Override
        public boolean renews() {
            return true;
        }
    }

    private void drop() {
        int lost = states.size();
        gateway.clients().forEach(client -> client.close(1012));
        await().atMost(PATIENCE)
                .until(
                        () ->
                                states.subList(lost, states.size()).stream()
                                        .anyMatch(Reconnecting.class::isInstance));
    }

    private void awaitLive() {
        await().atMost(PATIENCE).until(() -> connection().state() instanceof Live);
    }

    private List<StubGateway.Frame> sent(String destination) {
        return gateway.frames("SEND").stream()
                .filter(frame -> frame.header("destination").equals(destination))
                .toList();
    }

    private void tell(String subscription, String type, String body) {
        String frame =
                "MESSAGE\nsubscription:%s\nmessage-id:1\ntype:%s\n\n%s"
                        .formatted(subscription, type, body);
        gateway.clients().forEach(client -> client.send(frame));
    }

    private String body(String destination) {
        String frame = sent(destination).getFirst().text();
        return frame.substring(frame.indexOf('{'));
    }

    private static OutboundRequest request() {
        return OutboundRequest.of("A word to Tacos", "/api/notifications", new int[] {1});
    }
}
