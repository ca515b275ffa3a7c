package io.venta.server.session;

import static io.venta.server.session.TestFrames.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.model.ErrorCode;
import io.venta.model.Role;
import io.venta.server.RecordingChannel;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.vendor.TestUsers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.simp.stomp.StompCommand;

class ArrivingFramesTests {

    private final SettableTime time = new SettableTime();
    private final AddressLimits addresses =
            new AddressLimits(
                    new ConnectionSettings(Duration.ofSeconds(10), 0, 0, 0, 0, 2),
                    TestLimits.ALONE,
                    time);
    private final ClientSockets sockets =
            TestLimits.sockets(TestLimits.none(), time, new SimpleMeterRegistry());
    private final ArrivingFrames arriving = new ArrivingFrames(sockets, addresses.failedSignIns());
    private final RecordingChannel channel = new RecordingChannel();

    @BeforeEach
    void open() {
        sockets.opened(new StubWebSocketSession("s1").from("192.0.2.1"));
    }

    @Test
    void dropsWhatAClosedSocketStillSaysButItsEnd() {
        sockets.close("s1", ErrorCode.TOO_MANY_VIOLATIONS);

        assertThat(arriving.preSend(frame(StompCommand.SEND, "/app/x"), channel)).isNull();
        assertThat(arriving.preSend(frame(StompCommand.DISCONNECT, null), channel)).isNotNull();
    }

    @Test
    void refusesAnAddressFromWhichTooManySignInsFailed() {
        var connect = frame(StompCommand.CONNECT, null);
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

    private void fail(Message<?> frame, ErrorCode code) {
        var refusal = new RejectedMessageException(code, "no");
        arriving.afterSendCompletion(
                frame, channel, false, new MessageDeliveryException(frame, refusal));
    }

    private static Message<?> frame(StompCommand command, @Nullable String destination) {
        return TestFrames.frame(command, "s1", TestUsers.user(Role.CUSTOMER), destination);
    }
}
