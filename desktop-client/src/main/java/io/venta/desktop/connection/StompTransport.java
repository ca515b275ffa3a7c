package io.venta.desktop.connection;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.tomcat.websocket.WsWebSocketContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.client.WebSocketClient;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.messaging.WebSocketStompClient;

/**
 * Opens {@link StompLink}s: Spring's STOMP client over Tomcat's WebSocket client.
 *
 * <p>Spring's client sends heart-beats from the scheduler it is given, and Tomcat does not allow
 * two threads to send at once: so the scheduler is the one thread from which everything is sent.
 */
final class StompTransport {

    /** Four times what a server's message may have by default, and room for a burst in one read. */
    private static final int MAX_MESSAGE_BYTES = 512 * 1024;

    private static final long[] HEART_BEATS = {25_000, 25_000};

    private final StandardWebSocketClient sockets;
    private final ConcurrentTaskScheduler scheduler;

    StompTransport(ScheduledExecutorService sender) {
        var container = new WsWebSocketContainer();
        container.setDefaultMaxTextMessageBufferSize(MAX_MESSAGE_BYTES);
        container.setDefaultMaxBinaryMessageBufferSize(MAX_MESSAGE_BYTES);
        sockets = new StandardWebSocketClient(container);
        sockets.setTaskExecutor(new VirtualThreadTaskExecutor("gateway-handshake-"));
        scheduler = new ConcurrentTaskScheduler(sender);
    }

    void open(URI url, StompHeaders connect, StompLink link) {
        var client = new WebSocketStompClient(noting(link));
        client.setTaskScheduler(scheduler);
        client.setDefaultHeartbeat(HEART_BEATS);
        client.setInboundMessageSizeLimit(MAX_MESSAGE_BYTES);
        var unused = client.connectAsync(url, new WebSocketHttpHeaders(), connect, link);
    }

    /** Spring's STOMP session sees neither close code nor heart-beats; the link does. */
    private WebSocketClient noting(StompLink link) {
        return new WebSocketClient() {
            @Override
            public CompletableFuture<WebSocketSession> execute(
                    WebSocketHandler handler, String template, @Nullable Object... variables) {
                throw new UnsupportedOperationException("Not called by the STOMP client");
            }

            @Override
            public CompletableFuture<WebSocketSession> execute(
                    WebSocketHandler handler, @Nullable WebSocketHttpHeaders headers, URI uri) {
                return sockets.execute(new Noting(handler, link), headers, uri);
            }
        };
    }

    private static final class Noting extends WebSocketHandlerDecorator {

        private final StompLink link;

        Noting(WebSocketHandler delegate, StompLink link) {
            super(delegate);
            this.link = link;
        }

        @Override
        public void afterConnectionEstablished(WebSocketSession session) throws Exception {
            link.socketOpened(session);
            super.afterConnectionEstablished(session);
        }

        @Override
        public void handleMessage(WebSocketSession session, WebSocketMessage<?> message)
                throws Exception {
            link.heard();
            super.handleMessage(session, message);
        }

        @Override
        public void afterConnectionClosed(WebSocketSession session, CloseStatus status)
                throws Exception {
            link.socketClosed(status);
            super.afterConnectionClosed(session, status);
        }
    }
}
