package io.venta.server.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.ErrorCode;
import io.venta.model.presence.DeviceType;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.session.SessionClosed;
import io.venta.server.session.SessionOpened;
import io.venta.testing.SettableClock;
import io.venta.testing.StompFrame;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.messaging.simp.stomp.StompCommand;

class ClientFramesTests {

    private final LocalRelay relay = new LocalRelay();

    @AfterEach
    void stop() {
        relay.stop();
    }

    @Test
    void letsAClientIn() {
        var writer = relay.connect("1.1,1.2", 10_000, 10_000);

        assertThat(RecordingClient.frames(writer.payloads()))
                .containsExactly(
                        StompFrame.decode(
                                """
                                CONNECTED
                                version:1.2
                                heart-beat:25000,25000
                                user-name:alice
                                session:s1
                                server:venta-realtime
                                expires-at:2026-03-01T13:00:00Z

                                """));
    }

    @Test
    void speaksTheOlderVersionWhereItMust() {
        var writer = relay.connect("1.0,1.1", 0, 0);

        assertThat(writer.payloads().getFirst()).contains("\nversion:1.1\n");
    }

    @Test
    void refusesVersionsItDoesNotSpeak() {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> relay.connect("1.0", 0, 0))
                .returns(ErrorCode.PROTOCOL_ERROR, RejectedMessageException::code);
        assertThat(relay.sessions().all()).isEmpty();
    }

    @Test
    void refusesToConnectAnonymously() {
        var frame = LocalRelay.frame(StompCommand.CONNECT);
        frame.setUser(null);

        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> relay.frames().handle(frame))
                .returns(ErrorCode.AUTHENTICATION_FAILED, RejectedMessageException::code);
    }

    @Test
    void refusesASecondConnectAndLeavesTheFirstAlone() {
        relay.connect("1.2", 0, 0);
        relay.subscribe("a", "/topic/location.v1", null);

        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> relay.connect("1.2", 0, 0))
                .returns(ErrorCode.PROTOCOL_ERROR, RejectedMessageException::code);
        assertThat(relay.session().subscriptions()).containsKey("a");
    }

    @Test
    void refusesADisconnectOfWhoIsNotConnected() {
        relay.sockets().open("s1", new RecordingWriter());

        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> relay.frames().handle(LocalRelay.frame(StompCommand.DISCONNECT)))
                .returns(ErrorCode.PROTOCOL_ERROR, RejectedMessageException::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x,y", "0,", ",0", "0,0,0", "99999999999999999999,0", " 0, 0"})
    void refusesHeartbeatsThatAreNone(String heartbeat) {
        var frame = LocalRelay.frame(StompCommand.CONNECT);
        frame.setAcceptVersion("1.2");
        frame.setNativeHeader("heart-beat", heartbeat);

        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> relay.frames().handle(frame))
                .returns(ErrorCode.PROTOCOL_ERROR, RejectedMessageException::code);
    }

    @Test
    void beatsAsSlowlyAsItsClientAsks() {
        relay.connect("1.2", 0, 60_000);

        assertBeatsEvery(Duration.ofSeconds(60));
    }

    @Test
    void beatsNotFasterThanTheSettingSays() {
        relay.connect("1.2", 0, 1_000);

        assertBeatsEvery(Duration.ofSeconds(25));
    }

    @Test
    void answersADisconnectAndThenCloses() {
        var writer = relay.connect("1.2", 0, 0);
        var disconnect = LocalRelay.frame(StompCommand.DISCONNECT);
        disconnect.setReceipt("bye");
        writer.stall();

        relay.frames().handle(disconnect);
        assertThat(relay.sockets().closed()).isEmpty();
        writer.resume();

        assertThat(relay.sockets().closed()).containsExactly("s1 NORMAL");
        assertThat(RecordingClient.lines(writer.payloads())).endsWith("RECEIPT bye");
        assertThat(relay.sessions().find("s1")).isEmpty();
    }

    @Test
    void endsASessionWhoseSocketClosed() {
        relay.connect("1.2", 0, 0);
        relay.subscribe("a", "/topic/location.v1", null);
        relay.sockets().lose("s1");

        relay.frames().handle(LocalRelay.frame(StompCommand.DISCONNECT));

        assertThat(relay.sessions().all()).isEmpty();
        assertThat(relay.topics().size()).isZero();
        assertThat(relay.sockets().closed()).isEmpty();
    }

    @Test
    void closesAClientThatReadsTooSlowly() {
        var writer = relay.connect("1.2", 0, 0);
        writer.stall();

        relay.session().send(new byte[10]);
        relay.session().send(new byte[64 * 1024 + 1]);

        assertThat(relay.sockets().closed()).containsExactly("s1 SLOW_CONSUMER");
        assertThat(relay.count("venta.relay.slow")).isEqualTo(1);
    }

    private void assertBeatsEvery(Duration interval) {
        var now = System.nanoTime();
        var session = relay.session();
        assertThat(session.heartbeatDue(now + interval.minusSeconds(1).toNanos())).isFalse();
        assertThat(session.heartbeatDue(now + interval.toNanos())).isTrue();
    }

    @Test
    void tellsWhoWasLetInAndThatItHasGone() {
        var frame = LocalRelay.frame(StompCommand.CONNECT);
        frame.setAcceptVersion("1.2");
        frame.setNativeHeader("device-id", "tab-1");
        frame.setNativeHeader("device-type", "web");
        relay.sockets().open("s1");

        relay.frames().handle(frame);
        relay.sessions().remove("s1");
        relay.sessions().remove("s1");

        assertThat(relay.events())
                .containsExactly(
                        new SessionOpened(
                                "s1",
                                Objects.requireNonNull(frame.getUser()),
                                "tab-1",
                                DeviceType.WEB,
                                "unknown",
                                SettableClock.START.plus(Duration.ofHours(1))),
                        new SessionClosed("s1", SessionClosed.LOST, true));
    }

    @ParameterizedTest
    @CsvSource({"device-id, a b", "device-id, ''", "device-type, fridge"})
    void refusesDevicesThatAreNone(String header, String value) {
        var frame = LocalRelay.frame(StompCommand.CONNECT);
        frame.setAcceptVersion("1.2");
        frame.setNativeHeader(header, value);

        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> relay.frames().handle(frame))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.PROTOCOL_ERROR))
                .withMessageContaining(header);
        assertThat(relay.events()).isEmpty();
    }
}
