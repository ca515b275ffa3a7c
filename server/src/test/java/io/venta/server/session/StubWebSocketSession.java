package io.venta.server.session;

import io.github.bucket4j.TimeMeter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/** A WebSocket without a network; what it is told to send without waiting, Jetty's keeps. */
final class StubWebSocketSession implements NativeWebSocketSession {

    private final String id;
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final StubJettySession jetty = new StubJettySession();
    private volatile int textLimit = 8192;
    private volatile int binaryLimit = 8192;

    StubWebSocketSession(String id) {
        this(id, TestLimits.NO_RATES);
    }

    StubWebSocketSession(String id, RateSettings rates) {
        this.id = id;
        new Conduct(rates, TimeMeter.SYSTEM_NANOTIME).leaveIn(attributes);
    }

    StubWebSocketSession from(String address) {
        ClientAddress.leaveIn(attributes, address);
        return this;
    }

    StubJettySession jetty() {
        return jetty;
    }

    List<CloseStatus> closes() {
        return jetty.closes();
    }

    @Override
    public Object getNativeSession() {
        return jetty.session();
    }

    @Override
    public <T> @Nullable T getNativeSession(@Nullable Class<T> type) {
        return type == null ? null : type.cast(jetty.session());
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return attributes;
    }

    @Override
    public void sendMessage(WebSocketMessage<?> message) {
        throw new UnsupportedOperationException("It would wait for the client");
    }

    @Override
    public boolean isOpen() {
        return closes().isEmpty();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("It would wait for the client");
    }

    @Override
    public void close(CloseStatus status) {
        close();
    }

    @Override
    public @Nullable URI getUri() {
        return null;
    }

    @Override
    public HttpHeaders getHandshakeHeaders() {
        return new HttpHeaders();
    }

    @Override
    public @Nullable Principal getPrincipal() {
        return null;
    }

    @Override
    public @Nullable InetSocketAddress getLocalAddress() {
        return null;
    }

    @Override
    public @Nullable InetSocketAddress getRemoteAddress() {
        return null;
    }

    @Override
    public @Nullable String getAcceptedProtocol() {
        return "v12.stomp";
    }

    @Override
    public void setTextMessageSizeLimit(int limit) {
        textLimit = limit;
    }

    @Override
    public int getTextMessageSizeLimit() {
        return textLimit;
    }

    @Override
    public void setBinaryMessageSizeLimit(int limit) {
        binaryLimit = limit;
    }

    @Override
    public int getBinaryMessageSizeLimit() {
        return binaryLimit;
    }

    @Override
    public List<WebSocketExtension> getExtensions() {
        return List.of();
    }
}
