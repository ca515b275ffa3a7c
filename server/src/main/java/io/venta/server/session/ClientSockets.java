package io.venta.server.session;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.venta.model.ErrorCode;
import io.venta.server.error.RefusalFigures;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecoratorFactory;

/**
 * All open WebSockets of this node.
 *
 * <p>A socket from which nothing was heard is pinged, which browsers and libraries answer by
 * themselves; one that stays silent is closed, and cut where the close is not answered. So a peer
 * that is gone without a word is rid of within a minute, whether or not it offered STOMP
 * heart-beats. The time is a steady one: nobody is closed because the system's clock is set.
 * Thread-safe.
 */
@Component
public class ClientSockets implements WebSocketHandlerDecoratorFactory {

    private static final Duration SILENT_BEFORE_PING = Duration.ofSeconds(20);
    private static final Duration SILENT_BEFORE_CLOSE = Duration.ofSeconds(45);

    private final ConcurrentMap<String, ClientSocket> open = new ConcurrentHashMap<>();
    private final CompletableFuture<@Nullable Void> drained = new CompletableFuture<>();
    private volatile boolean draining;
    private final AtomicInteger leaving = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private final Counter total;
    private final ConnectionLimits limits;
    private final RefusalFigures refusals;
    private final TimeMeter time;
    private final int maxMessageBytes;

    ClientSockets(
            ConnectionLimits limits,
            RefusalFigures refusals,
            TimeMeter time,
            MeterRegistry meters,
            @Value("${gateway.max-message-size}") DataSize maxMessageSize) {
        this.limits = limits;
        this.refusals = refusals;
        this.time = time;
        this.maxMessageBytes = Math.toIntExact(maxMessageSize.toBytes());
        this.total =
                Counter.builder("venta.connections.opened")
                        .description("WebSockets opened since the start")
                        .register(meters);
        Gauge.builder("venta.connections.active", open, ConcurrentMap::size)
                .description("WebSockets open now")
                .register(meters);
        Gauge.builder("venta.connections.peak", peak, AtomicInteger::get)
                .description("Most WebSockets open at a time")
                .register(meters);
    }

    @Override
    public WebSocketHandler decorate(WebSocketHandler handler) {
        return new ClientSocketHandler(handler, this, maxMessageBytes);
    }

    /** Closes a socket with the close code of an error; unknown ids are left alone. */
    public void close(String sessionId, ErrorCode code) {
        var socket = open.get(sessionId);
        if (socket != null) {
            socket.close(code);
        }
    }

    /** Closes a socket that has nothing more to say. */
    public void close(String sessionId) {
        var socket = open.get(sessionId);
        if (socket != null) {
            socket.close();
        }
    }

    /** The way out of a socket; one that is closed takes nothing. */
    public ClientWriter writer(String sessionId) {
        var socket = open.get(sessionId);
        return socket == null ? (_, done) -> done.done(false) : socket.writer();
    }

    /** Where a socket's client is, as limits tell addresses apart. */
    public String address(String sessionId) {
        var socket = open.get(sessionId);
        return socket == null ? "unknown" : socket.address();
    }

    /** For how long a socket's client has done nothing; zero where there is no such socket. */
    public Duration inactivity(String sessionId) {
        var socket = open.get(sessionId);
        return socket == null ? Duration.ZERO : socket.inactivity();
    }

    /** Whether the socket has not been closed. */
    public boolean isOpen(String sessionId) {
        var socket = open.get(sessionId);
        return socket != null && !socket.isClosing();
    }

    ClientSocket opened(WebSocketSession session) {
        var conduct = Objects.requireNonNull(Conduct.in(session.getAttributes()));
        var socket = new ClientSocket(session, conduct, time);
        conduct.whenTooMuch(
                () -> socket.fail(ErrorCode.TOO_MANY_VIOLATIONS, "You ask too much, too often"));
        open.put(session.getId(), socket);
        total.increment();
        peak.accumulateAndGet(open.size(), Math::max);
        limits.admit(socket)
                .ifPresent(reason -> socket.fail(ErrorCode.CONNECTION_LIMIT_EXCEEDED, reason));
        if (draining) {
            socket.close(ErrorCode.SERVER_SHUTTING_DOWN);
        }
        return socket;
    }

    @Nullable ClientSocket find(String sessionId) {
        return open.get(sessionId);
    }

    @Nullable ClientSocket closed(String sessionId, CloseStatus status) {
        leaving.incrementAndGet();
        var socket = open.remove(sessionId);
        if (socket != null) {
            limits.release(socket);
            SocketEnd.leaveIn(socket.getAttributes(), status);
            var end = socket.end();
            refusals.ended((end == null ? status : end).getCode(), sessionId);
        }
        return socket;
    }

    /** Says that all has been told of a socket that is {@link #closed}. */
    void told() {
        leaving.decrementAndGet();
        completeIfDrained();
    }

    /** Closes all sockets, those too that open from now on; done when none is open. */
    CompletableFuture<@Nullable Void> drain() {
        draining = true;
        open.values().forEach(socket -> socket.close(ErrorCode.SERVER_SHUTTING_DOWN));
        completeIfDrained();
        return drained;
    }

    private void completeIfDrained() {
        if (draining && open.isEmpty() && leaving.get() == 0) {
            drained.complete(null);
        }
    }

    @Scheduled(fixedDelay = 5_000)
    void watch() {
        for (var socket : open.values()) {
            var silent = socket.silence();
            if (silent.compareTo(SILENT_BEFORE_CLOSE) > 0) {
                socket.close(ErrorCode.CONNECTION_ERROR);
            } else if (silent.compareTo(SILENT_BEFORE_PING) > 0) {
                socket.ping();
            }
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void cutUnanswered() {
        for (var socket : open.values()) {
            socket.cutIfUnanswered();
            if (!socket.isLetIn() && socket.age().compareTo(limits.connectTimeout()) >= 0) {
                socket.fail(ErrorCode.CONNECTION_ERROR, "CONNECT did not come in time");
            }
        }
    }
}
