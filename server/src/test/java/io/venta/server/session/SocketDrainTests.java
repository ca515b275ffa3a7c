package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

class SocketDrainTests {

    private final ClientSockets sockets =
            TestLimits.sockets(TestLimits.none(), new SettableTime(), new SimpleMeterRegistry());
    private final SocketDrain drain = new SocketDrain(sockets);
    private final AtomicBoolean stopped = new AtomicBoolean();

    @Test
    void goesBeforeTheWebServer() {
        assertThat(drain.getPhase())
                .isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
    }

    @Test
    void waitsForClientsThatAnswer() throws Exception {
        var webSocket = new StubWebSocketSession("s1");
        var handler = sockets.decorate(new AbstractWebSocketHandler() {});
        handler.afterConnectionEstablished(webSocket);
        drain.start();
        assertThat(drain.isRunning()).isTrue();

        drain.stop(() -> stopped.set(true));
        assertThat(drain.isRunning()).isFalse();
        assertThat(stopped).isFalse();

        handler.afterConnectionClosed(webSocket, CloseStatus.NORMAL);
        assertThat(stopped).isTrue();
    }

    @Test
    void waitsNotForEver() throws Exception {
        var handler = sockets.decorate(new AbstractWebSocketHandler() {});
        handler.afterConnectionEstablished(new StubWebSocketSession("s1"));

        drain.stop(() -> stopped.set(true));

        await().untilTrue(stopped);
    }
}
