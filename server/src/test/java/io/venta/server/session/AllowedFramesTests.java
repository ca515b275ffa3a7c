package io.venta.server.session;

import static io.venta.server.session.TestFrames.assertRefused;
import static io.venta.server.session.TestFrames.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.model.ErrorCode;
import io.venta.model.Role;
import io.venta.server.RecordingChannel;
import io.venta.server.vendor.TestUsers;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.web.socket.CloseStatus;

class AllowedFramesTests {

    private static final Principal ALICE = TestUsers.user(Role.CUSTOMER);
    private static final Principal SERVICE = TestUsers.user(Role.SERVICE);

    /** One connection a user, no more than two SUBSCRIBEs, one refusal a minute. */
    private static final ConnectionSettings CONNECTIONS =
            new ConnectionSettings(Duration.ofSeconds(10), 0, 1, 0, 0, 0);

    private static final RateSettings RATES = new RateSettings(0, 0, 0, 0, 0, 2, 1, 1);

    private final SettableTime time = new SettableTime();
    private final ConnectionLimits connections = TestLimits.connections(CONNECTIONS, time);
    private final ClientSockets sockets =
            TestLimits.sockets(connections, time, new SimpleMeterRegistry());
    private final Violations violations = new Violations(sockets);
    private final List<String> spent = new ArrayList<>();
    private final AllowedFrames allowed =
            new AllowedFrames(
                    sockets,
                    connections,
                    (user, kind, events) -> spent.add(user.getName() + ' ' + kind + ' ' + events));
    private final StubWebSocketSession webSocket = new StubWebSocketSession("s1", RATES);

    @BeforeEach
    void open() {
        sockets.opened(webSocket);
    }

    @Test
    void letsAUserInAndCountsItOnce() {
        send(StompCommand.CONNECT, "s1", ALICE, null);

        assertThat(socket("s1").isLetIn()).isTrue();
        sockets.opened(new StubWebSocketSession("s2"));
        assertRefused(
                ErrorCode.CONNECTION_LIMIT_EXCEEDED,
                () -> send(StompCommand.CONNECT, "s2", ALICE, null));
        assertThat(socket("s2").isLetIn()).isFalse();
    }

    @Test
    void keepsNoPlaceForAUserWhoseSocketIsGone() {
        sockets.closed("s1", CloseStatus.NORMAL);
        send(StompCommand.CONNECT, "s1", ALICE, null);

        sockets.opened(new StubWebSocketSession("s2"));
        send(StompCommand.CONNECT, "s2", ALICE, null);

        assertThat(socket("s2").isLetIn()).isTrue();
    }

    @Test
    void takesOneEventForEachSend() {
        send(StompCommand.SEND, "s1", ALICE, "/app/location.report");
        send(StompCommand.SEND, "s1", ALICE, "/app/session.ping");
        send(StompCommand.SUBSCRIBE, "s1", ALICE, "/user/queue/errors");

        assertThat(spent).containsExactly("alice LOCATION_REPORT 1", "alice OTHER 1");
    }

    @Test
    void refusesSubscribesThatComeTooQuickly() {
        send(StompCommand.SUBSCRIBE, "s1", ALICE, "/topic/location.v1");
        send(StompCommand.SUBSCRIBE, "s1", ALICE, "/topic/location.v2");
        send(StompCommand.UNSUBSCRIBE, "s1", ALICE, null);

        assertRefused(
                ErrorCode.RATE_LIMIT_EXCEEDED,
                () -> send(StompCommand.SUBSCRIBE, "s1", ALICE, "/topic/location.v3"));
    }

    @Test
    void endsWhoIsRefusedTooOften() {
        send(StompCommand.SEND, "s1", ALICE, "/app/location.report");

        violate(1);
        assertThat(webSocket.closes()).isEmpty();
        violate(1);

        assertThat(webSocket.closes()).singleElement().returns(4014, close -> close.getCode());
        violations.refused("gone", ErrorCode.INVALID_MESSAGE);
    }

    /** A newer token may have changed them. */
    @Test
    void trustsASessionByTheRolesThatItsLastFrameHad() {
        send(StompCommand.CONNECT, "s1", SERVICE, null);
        violate(10);
        assertThat(webSocket.closes()).isEmpty();

        send(StompCommand.SEND, "s1", ALICE, "/app/location.report");
        violate(2);

        assertThat(webSocket.closes()).hasSize(1);
    }

    @Test
    void trustsASessionThatHasBecomeAServices() {
        send(StompCommand.CONNECT, "s1", ALICE, null);
        send(StompCommand.SEND, "s1", SERVICE, "/app/location.report");

        violate(10);

        assertThat(webSocket.closes()).isEmpty();
    }

    private void violate(int times) {
        for (int i = 0; i < times; i++) {
            violations.refused("s1", ErrorCode.INVALID_MESSAGE);
        }
    }

    private void send(
            StompCommand command, String session, Principal user, @Nullable String destination) {
        allowed.preSend(frame(command, session, user, destination), new RecordingChannel());
    }

    private ClientSocket socket(String id) {
        return Objects.requireNonNull(sockets.find(id));
    }
}
