package io.venta.server.relay;

import static io.venta.server.relay.StubTopicPolicy.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.venta.model.ErrorCode;
import io.venta.server.RecordingChannel;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.session.StubClientSockets;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.unit.DataSize;

@Timeout(30)
class ClientFramesTests {

    private final SettableClock clock = new SettableClock();
    private final StubTopicPolicy location = new StubTopicPolicy("location");
    private final Topics topics = new Topics(List.of(location));
    private final StubClientSockets sockets = new StubClientSockets();
    private final ClientSessions sessions = new ClientSessions(topics, sockets, clock);
    private final RecordingChannel outbound = new RecordingChannel();
    private final RelaySettings settings =
            new RelaySettings(
                    List.of(),
                    Duration.ofSeconds(25),
                    DataSize.ofKilobytes(64),
                    2,
                    DataSize.ofKilobytes(64));
    private final ClientFrames frames =
            new ClientFrames(topics, sessions, sockets, settings, clock, outbound);

    @Test
    void letsAClientIn() {
        connect("1.1,1.2", 10_000, 10_000);

        await().until(() -> !outbound.sent().isEmpty());
        var connected = StompHeaderAccessor.wrap(outbound.sent().getFirst());
        assertThat(connected.getCommand()).isEqualTo(StompCommand.CONNECTED);
        assertThat(connected.getVersion()).isEqualTo("1.2");
        assertThat(connected.getHeartbeat()).containsExactly(25_000, 25_000);
        assertThat(connected.getFirstNativeHeader("session")).isEqualTo("s1");
        assertThat(connected.getFirstNativeHeader("expires-at")).isEqualTo("2026-03-01T13:00:00Z");
    }

    @Test
    void speaksTheOlderVersionWhereItMust() {
        connect("1.0,1.1", 0, 0);

        await().until(() -> !outbound.sent().isEmpty());
        assertThat(StompHeaderAccessor.wrap(outbound.sent().getFirst()).getVersion())
                .isEqualTo("1.1");
    }

    @Test
    void refusesVersionsItDoesNotSpeak() {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> connect("1.0", 0, 0))
                .returns(ErrorCode.PROTOCOL_ERROR, RejectedMessageException::code);
        assertThat(sessions.all()).isEmpty();
    }

    @Test
    void refusesToConnectAnonymously() {
        var frame = frame(StompCommand.CONNECT);
        frame.setUser(null);

        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> frames.handle(frame))
                .returns(ErrorCode.AUTHENTICATION_FAILED, RejectedMessageException::code);
    }

    @Test
    void refusesASecondConnectAndLeavesTheFirstAlone() {
        connect("1.2", 0, 0);
        subscribe("a", "/topic/location.v1");

        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> connect("1.2", 0, 0))
                .returns(ErrorCode.PROTOCOL_ERROR, RejectedMessageException::code);
        assertThat(sessions.find("s1").orElseThrow().subscriptions()).containsKey("a");
    }

    @Test
    void beatsAsSlowlyAsItsClientAsksButNotFaster() {
        connect("1.2", 0, 60_000);
        var session = sessions.find("s1").orElseThrow();
        await().until(() -> !outbound.sent().isEmpty());

        assertThat(session.heartbeatDue(clock.millis() + 59_999)).isFalse();
        assertThat(session.heartbeatDue(clock.millis() + 60_000)).isTrue();
    }

    @Test
    void takesOneSubscriptionById() {
        connect("1.2", 0, 0);
        subscribe("a", "/topic/location.v1");

        assertRefused(ErrorCode.INVALID_MESSAGE, "a", "/topic/location.v2");
    }

    @Test
    void limitsSubscriptionsAndCountsThemDown() {
        connect("1.2", 0, 0);
        subscribe("a", "/topic/location.v1");
        subscribe("b", "/topic/location.v2");
        assertRefused(ErrorCode.SUBSCRIPTION_LIMIT_EXCEEDED, "c", "/topic/location.v3");

        var unsubscribe = frame(StompCommand.UNSUBSCRIBE);
        unsubscribe.setSubscriptionId("a");
        frames.handle(unsubscribe);

        subscribe("c", "/topic/location.v3");
        assertThat(topics.size()).isEqualTo(2);
    }

    @Test
    void leavesNoSubscriptionBehindWhereTheSocketClosesMeanwhile() {
        topics.accept(location, value("v1", 1));
        connect("1.2", 0, 0);
        var session = sessions.find("s1").orElseThrow();

        sessions.remove("s1");
        frames.subscribe(session, subscribeFrame("a", "/topic/location.v1"));

        assertThat(topics.size()).isZero();
    }

    @Test
    void answersADisconnectAndThenCloses() {
        connect("1.2", 0, 0);
        var disconnect = frame(StompCommand.DISCONNECT);
        disconnect.setReceipt("bye");

        frames.handle(disconnect);

        await().untilAsserted(() -> assertThat(sockets.closed()).containsExactly("s1 NORMAL"));
        assertThat(StompHeaderAccessor.wrap(outbound.sent().getLast()).getReceiptId())
                .isEqualTo("bye");
        assertThat(sessions.all()).isEmpty();
    }

    @Test
    void endsASessionWhoseSocketClosed() {
        connect("1.2", 0, 0);
        subscribe("a", "/topic/location.v1");
        sockets.lose("s1");

        frames.handle(frame(StompCommand.DISCONNECT));

        assertThat(sessions.all()).isEmpty();
        assertThat(topics.size()).isZero();
        assertThat(sockets.closed()).isEmpty();
    }

    @Test
    void closesAClientThatReadsTooSlowly() {
        connect("1.2", 0, 0);
        var session = sessions.find("s1").orElseThrow();

        session.send(Frames.message(subscription(session), big()));

        assertThat(sockets.closed()).containsExactly("s1 SLOW_CONSUMER");
    }

    private void connect(String versions, long sends, long wants) {
        var frame = frame(StompCommand.CONNECT);
        frame.setAcceptVersion(versions);
        frame.setHeader(
                org.springframework.messaging.simp.SimpMessageHeaderAccessor.HEART_BEAT_HEADER,
                new long[] {sends, wants});
        frame.setHeartbeat(sends, wants);
        sockets.open("s1");
        frames.handle(frame);
    }

    private void subscribe(String id, String destination) {
        frames.handle(subscribeFrame(id, destination));
    }

    private void assertRefused(ErrorCode code, String id, String destination) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> subscribe(id, destination))
                .returns(code, RejectedMessageException::code);
    }

    private static StompHeaderAccessor subscribeFrame(String id, String destination) {
        var frame = frame(StompCommand.SUBSCRIBE);
        frame.setSubscriptionId(id);
        frame.setDestination(destination);
        return frame;
    }

    private static Subscription subscription(ClientSession session) {
        return new Subscription(session, "a", "/topic/location.v1", "/topic/location.v1");
    }

    private static Delivery big() {
        return new Delivery("/topic/location.v1", "location_updated", new byte[70_000], false);
    }

    private static StompHeaderAccessor frame(StompCommand command) {
        var frame = StompHeaderAccessor.create(command);
        frame.setSessionId("s1");
        frame.setSessionAttributes(new ConcurrentHashMap<>());
        frame.setUser(new TestingAuthenticationToken("alice", token()));
        return frame;
    }

    private static Jwt token() {
        Instant start = SettableClock.START;
        return Jwt.withTokenValue("t")
                .header("alg", "HS256")
                .issuedAt(start)
                .expiresAt(start.plus(Duration.ofHours(1)))
                .build();
    }
}
