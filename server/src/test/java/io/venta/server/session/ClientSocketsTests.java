package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.model.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

class ClientSocketsTests {

    private final SettableTime time = new SettableTime();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ClientSockets sockets = TestLimits.sockets(TestLimits.none(), time, meters);
    private final WebSocketHandler handler = sockets.decorate(new AbstractWebSocketHandler() {});
    private final StubWebSocketSession webSocket = new StubWebSocketSession("s1");

    @Test
    void pingsWhoIsSilentForTwentySeconds() throws Exception {
        handler.afterConnectionEstablished(webSocket);

        watchAfter(Duration.ofSeconds(20));
        assertThat(webSocket.jetty().pings()).isZero();

        watchAfter(Duration.ofMillis(1));
        assertThat(webSocket.jetty().pings()).isEqualTo(1);
        assertThat(webSocket.closes()).isEmpty();
    }

    @Test
    void closesWhoIsNotLetInWithinTenSeconds() throws Exception {
        var late = new StubWebSocketSession("s2");
        handler.afterConnectionEstablished(webSocket);
        handler.afterConnectionEstablished(late);
        letIn();

        time.advance(Duration.ofMillis(9_999));
        handler.handleMessage(late, new TextMessage("\n"));
        sockets.cutUnanswered();
        assertThat(late.closes()).isEmpty();

        time.advance(Duration.ofMillis(1));
        sockets.cutUnanswered();
        assertThat(late.closes()).containsExactly(new CloseStatus(4013, "CONNECTION_ERROR"));
        assertThat(late.jetty().texts()).singleElement().asString().startsWith("ERROR\n");
        assertThat(webSocket.closes()).isEmpty();
    }

    @Test
    void hearsEightKibibytesBeforeConnectedHoweverTheyAreCut() throws Exception {
        handler.afterConnectionEstablished(webSocket);
        for (int i = 0; i < 8; i++) {
            handler.handleMessage(webSocket, new TextMessage("x".repeat(1_024)));
        }
        assertThat(webSocket.closes()).isEmpty();

        handler.handleMessage(webSocket, new TextMessage("x"));

        assertThat(webSocket.closes()).containsExactly(new CloseStatus(4510, "MESSAGE_TOO_LARGE"));
    }

    @Test
    void hearsMoreOnceItWasLetIn() throws Exception {
        handler.afterConnectionEstablished(webSocket);
        letIn();

        handler.handleMessage(webSocket, new TextMessage("x".repeat(60_000)));

        assertThat(webSocket.closes()).isEmpty();
    }

    @Test
    void countsByCodeHowSocketsEnd() throws Exception {
        handler.afterConnectionEstablished(webSocket);
        sockets.close("s1", ErrorCode.SLOW_CONSUMER);
        handler.afterConnectionClosed(webSocket, new CloseStatus(1006));
        handler.afterConnectionEstablished(webSocket);
        handler.afterConnectionClosed(webSocket, new CloseStatus(1009));

        assertThat(refusals("SLOW_CONSUMER")).isEqualTo(1);
        assertThat(refusals("MESSAGE_TOO_LARGE")).isEqualTo(1);
        assertThat(refusals("CONNECTION_ERROR")).isZero();
    }

    @Test
    void closesWhoStaysSilentForFortyFiveSeconds() throws Exception {
        handler.afterConnectionEstablished(webSocket);

        watchAfter(Duration.ofMillis(45_001));

        assertThat(webSocket.closes()).containsExactly(new CloseStatus(4013, "CONNECTION_ERROR"));
        assertThat(webSocket.jetty().pings()).isZero();
    }

    @Test
    void findsADeadPeerWithinAMinuteHoweverTheChecksFall() throws Exception {
        handler.afterConnectionEstablished(webSocket);
        time.advance(Duration.ofSeconds(5));

        for (int check = 1; check <= 10; check++) {
            watchAfter(Duration.ofSeconds(5));
        }

        assertThat(webSocket.closes()).hasSize(1);
    }

    @Test
    void keepsWhoAnswersAPing() throws Exception {
        handler.afterConnectionEstablished(webSocket);
        time.advance(Duration.ofSeconds(40));

        handler.handleMessage(webSocket, new PongMessage());
        watchAfter(Duration.ofSeconds(10));

        assertThat(webSocket.jetty().pings()).isZero();
        assertThat(webSocket.closes()).isEmpty();
    }

    @Test
    void forgetsWhatClosed() throws Exception {
        handler.afterConnectionEstablished(webSocket);
        assertThat(sockets.isOpen("s1")).isTrue();

        handler.afterConnectionClosed(webSocket, CloseStatus.NORMAL);

        assertThat(sockets.isOpen("s1")).isFalse();
        watchAfter(Duration.ofHours(1));
        sockets.close("s1", ErrorCode.SLOW_CONSUMER);
        sockets.close("s1");
        assertThat(webSocket.closes()).isEmpty();
    }

    @Test
    void cutsWhoDoesNotAnswerAClose() throws Exception {
        handler.afterConnectionEstablished(webSocket);
        sockets.close("s1", ErrorCode.SLOW_CONSUMER);
        assertThat(sockets.isOpen("s1")).isFalse();

        time.advance(ClientSocket.ANSWER_PATIENCE);
        sockets.cutUnanswered();

        assertThat(webSocket.jetty().isCut()).isTrue();
    }

    @Test
    void hearsNothingFromASocketThatItClosed() throws Exception {
        var heard = new ArrayList<WebSocketMessage<?>>();
        var listening = sockets.decorate(recordingInto(heard));
        listening.afterConnectionEstablished(webSocket);
        listening.handleMessage(webSocket, new TextMessage("before"));

        sockets.close("s1", ErrorCode.TOO_MANY_VIOLATIONS);
        listening.handleMessage(webSocket, new TextMessage("after"));

        assertThat(heard).containsExactly(new TextMessage("before"));
    }

    @Test
    void isDrainedWhenTheLastSocketClosed() throws Exception {
        var late = new StubWebSocketSession("s2");
        handler.afterConnectionEstablished(webSocket);

        var drained = sockets.drain();
        handler.afterConnectionEstablished(late);

        var shuttingDown = new CloseStatus(4012, "SERVER_SHUTTING_DOWN");
        assertThat(webSocket.closes()).containsExactly(shuttingDown);
        assertThat(late.closes()).containsExactly(shuttingDown);

        handler.afterConnectionClosed(webSocket, shuttingDown);
        assertThat(drained).isNotDone();
        handler.afterConnectionClosed(late, shuttingDown);
        assertThat(drained).isCompleted();
    }

    @Test
    void isDrainedAtOnceWithoutSockets() {
        assertThat(sockets.drain()).isCompleted();
    }

    @Test
    void closesASocketWhoseMessageFails() throws Exception {
        var failing =
                sockets.decorate(
                        new AbstractWebSocketHandler() {
                            @Override
                            public void handleMessage(
                                    WebSocketSession session, WebSocketMessage<?> message) {
                                throw new IllegalStateException("on purpose");
                            }
                        });
        failing.afterConnectionEstablished(webSocket);

        failing.handleMessage(webSocket, new TextMessage("x"));

        assertThat(webSocket.closes()).extracting(CloseStatus::getCode).containsExactly(4013);
    }

    @Test
    void isClosedBeforeItsHandlerHearsOfIt() throws Exception {
        var openWhenTold = new Boolean[1];
        var telling =
                sockets.decorate(
                        new AbstractWebSocketHandler() {
                            @Override
                            public void afterConnectionClosed(
                                    WebSocketSession session, CloseStatus status) {
                                openWhenTold[0] = sockets.isOpen(session.getId());
                            }
                        });
        telling.afterConnectionEstablished(webSocket);

        telling.afterConnectionClosed(webSocket, CloseStatus.NORMAL);

        assertThat(openWhenTold[0]).isFalse();
    }

    @Test
    void leavesWhatIsALittleTooLargeToTheDecoder() throws Exception {
        handler.afterConnectionEstablished(webSocket);

        assertThat(webSocket.getTextMessageSizeLimit()).isEqualTo(8_192 + 16_384);

        letIn();

        assertThat(webSocket.getTextMessageSizeLimit()).isEqualTo(65_536 + 16_384);
        assertThat(webSocket.getBinaryMessageSizeLimit()).isEqualTo(65_536 + 16_384);
    }

    @Test
    void countsSockets() throws Exception {
        handler.afterConnectionEstablished(webSocket);
        handler.afterConnectionEstablished(new StubWebSocketSession("s2"));
        handler.afterConnectionClosed(webSocket, CloseStatus.NORMAL);
        handler.afterConnectionEstablished(new StubWebSocketSession("s3"));

        assertThat(gauge("venta.connections.active")).isEqualTo(2);
        assertThat(gauge("venta.connections.peak")).isEqualTo(2);
        assertThat(meters.counter("venta.connections.opened").count()).isEqualTo(3);
    }

    private static WebSocketHandler recordingInto(List<WebSocketMessage<?>> heard) {
        return new AbstractWebSocketHandler() {
            @Override
            public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) {
                heard.add(message);
            }
        };
    }

    private double refusals(String code) {
        return meters.counter("venta.refusals", "code", code).count();
    }

    private double gauge(String name) {
        return Objects.requireNonNull(meters.find(name).gauge()).value();
    }

    /** CONNECT lets it in while it is handled. */
    private void letIn() throws Exception {
        var connecting =
                sockets.decorate(
                        new AbstractWebSocketHandler() {
                            @Override
                            public void handleMessage(
                                    WebSocketSession session, WebSocketMessage<?> message) {
                                ((ClientSocket) session).letIn();
                            }
                        });
        connecting.handleMessage(webSocket, new TextMessage("CONNECT"));
    }

    private void watchAfter(Duration passed) {
        time.advance(passed);
        sockets.watch();
    }
}
