package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.model.ErrorCode;
import io.venta.model.Role;
import io.venta.server.RecordingChannel;
import io.venta.server.error.RefusalFigures;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.vendor.TestUsers;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.util.unit.DataSize;

/** What is counted before and behind security. */
class FrameLimitsTests {

    private final SettableTime time = new SettableTime();
    private final ConnectionSettings settings =
            new ConnectionSettings(Duration.ofSeconds(10), 0, 1, 0, 0, 2);
    private final AddressLimits addresses = new AddressLimits(settings, TestLimits.ALONE, time);
    private final ConnectionLimits connections =
            new ConnectionLimits(
                    settings,
                    addresses,
                    new AddressSockets(settings, new StubSharedCounts(), time));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ClientSockets sockets =
            new ClientSockets(
                    connections,
                    new RefusalFigures(meters, System::nanoTime),
                    new SettableClock(),
                    meters,
                    DataSize.ofKilobytes(64));
    private final List<String> spent = new ArrayList<>();
    private final ArrivingFrames arriving = new ArrivingFrames(sockets, addresses.failedSignIns());
    private final AllowedFrames allowed =
            new AllowedFrames(
                    sockets,
                    connections,
                    (user, kind, events) -> spent.add(user.getName() + ' ' + kind + ' ' + events));
    private final StubWebSocketSession webSocket = new StubWebSocketSession("s1").from("192.0.2.1");
    private final RecordingChannel channel = new RecordingChannel();

    @BeforeEach
    void open() {
        sockets.opened(webSocket);
    }

    @Test
    void letsAUserInAndCountsItOnce() {
        send(StompCommand.CONNECT, null);

        assertThat(socket("s1").isLetIn()).isTrue();
        sockets.opened(new StubWebSocketSession("s2"));
        var second = frame(StompCommand.CONNECT, "s2", null);
        assertRefused(ErrorCode.CONNECTION_LIMIT_EXCEEDED, () -> allowed.preSend(second, channel));
        assertThat(socket("s2").isLetIn()).isFalse();
    }

    @Test
    void takesOneEventForEachSend() {
        send(StompCommand.SEND, "/app/location.report");
        send(StompCommand.SEND, "/app/session.ping");
        send(StompCommand.SUBSCRIBE, "/user/queue/errors");

        assertThat(spent).containsExactly("alice LOCATION_REPORT 1", "alice OTHER 1");
    }

    @Test
    void dropsWhatAClosedSocketStillSaysButItsEnd() {
        sockets.close("s1", ErrorCode.TOO_MANY_VIOLATIONS);

        assertThat(arriving.preSend(frame(StompCommand.SEND, "s1", "/app/x"), channel)).isNull();
        assertThat(arriving.preSend(frame(StompCommand.DISCONNECT, "s1", null), channel))
                .isNotNull();
    }

    @Test
    void refusesAnAddressFromWhichTooManySignInsFailed() {
        var connect = frame(StompCommand.CONNECT, "s1", null);
        fail(connect, ErrorCode.TOKEN_EXPIRED);
        fail(connect, ErrorCode.AUTHENTICATION_FAILED);
        fail(connect, ErrorCode.AUTHENTICATION_FAILED);
        assertThat(arriving.preSend(connect, channel)).isNotNull();

        fail(connect, ErrorCode.AUTHENTICATION_FAILED);

        assertRefused(
                ErrorCode.CONNECTION_LIMIT_EXCEEDED, () -> arriving.preSend(connect, channel));
        time.advance(Duration.ofSeconds(30));
        assertThat(arriving.preSend(connect, channel)).isNotNull();
    }

    @Test
    void tellsTheConductOfRefusals() {
        var rates = new RateSettings(0, 0, 0, 0, 0, 0, 0, 1);
        var strict = new StubWebSocketSession("s3", rates);
        sockets.opened(strict);
        var violations = new Violations(sockets);

        violations.refused("s3", ErrorCode.INVALID_MESSAGE);
        violations.refused("gone", ErrorCode.INVALID_MESSAGE);
        assertThat(strict.closes()).isEmpty();
        violations.refused("s3", ErrorCode.INVALID_MESSAGE);

        assertThat(strict.closes()).singleElement().returns(4014, close -> close.getCode());
    }

    private void send(StompCommand command, @Nullable String destination) {
        allowed.preSend(frame(command, "s1", destination), channel);
    }

    private void fail(Message<?> frame, ErrorCode code) {
        var refusal = new RejectedMessageException(code, "no");
        arriving.afterSendCompletion(
                frame, channel, false, new MessageDeliveryException(frame, refusal));
    }

    private ClientSocket socket(String id) {
        return Objects.requireNonNull(sockets.find(id));
    }

    private static void assertRefused(ErrorCode code, Runnable frame) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(frame::run)
                .returns(code, RejectedMessageException::code);
    }

    private static Message<?> frame(
            StompCommand command, String session, @Nullable String destination) {
        var headers = StompHeaderAccessor.create(command);
        headers.setSessionId(session);
        headers.setUser(TestUsers.user(Role.CUSTOMER));
        if (destination != null) {
            headers.setDestination(destination);
        }
        headers.setLeaveMutable(true);
        return MessageBuilder.createMessage(new byte[0], headers.getMessageHeaders());
    }
}
