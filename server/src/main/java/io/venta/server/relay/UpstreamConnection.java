package io.venta.server.relay;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.messaging.tcp.TcpConnection;
import org.springframework.messaging.tcp.TcpConnectionHandler;

/**
 * One STOMP connection to RabbitMQ, from CONNECT to its loss; there is no coming back.
 *
 * <p>Ready once every SUBSCRIBE has its RECEIPT. The broker's frames are handled one after the
 * other on a thread of the TCP client's.
 */
final class UpstreamConnection implements TcpConnectionHandler<byte[]> {

    private static final long HEARTBEAT_MILLIS = 10_000;
    private static final long PATIENCE = 3;

    /** A broker that takes nothing more must not fill this node's memory. */
    private static final int MAX_UNCONFIRMED = 50_000;

    private final UpstreamSettings settings;
    private final List<String> destinations;
    private final Upstream.Receiver receiver;
    private final Runnable ready;
    private final BiConsumer<UpstreamConnection, String> lost;
    private final ConcurrentMap<String, CompletableFuture<Void>> unconfirmed =
            new ConcurrentHashMap<>();
    private final AtomicLong receipts = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable TcpConnection<byte[]> tcp;
    private volatile boolean isReady;
    private volatile boolean wasReady;

    UpstreamConnection(
            UpstreamSettings settings,
            Collection<String> destinations,
            Upstream.Receiver receiver,
            Runnable ready,
            BiConsumer<UpstreamConnection, String> lost) {
        this.settings = settings;
        this.destinations = List.copyOf(destinations);
        this.receiver = receiver;
        this.ready = ready;
        this.lost = lost;
    }

    boolean isReady() {
        return isReady;
    }

    boolean wasReady() {
        return wasReady;
    }

    CompletableFuture<Void> publish(String destination, byte[] body, Map<String, String> headers) {
        if (unconfirmed.size() >= MAX_UNCONFIRMED) {
            throw new RejectedMessageException(
                    ErrorCode.SERVICE_DEGRADED, "The broker is too slow, try again");
        }
        return request(UpstreamFrames.send(destination, headers), body);
    }

    void close() {
        end("closed");
    }

    /** Ends it where the broker took the connection and then fell silent. */
    void endUnlessReady() {
        if (!isReady) {
            end("does not answer");
        }
    }

    @Override
    public void afterConnected(TcpConnection<byte[]> connection) {
        tcp = connection;
        write(UpstreamFrames.connect(settings, HEARTBEAT_MILLIS), UpstreamFrames.EMPTY);
    }

    @Override
    public void afterConnectFailure(Throwable failure) {
        end("not reachable (" + failure.getMessage() + ")");
    }

    @Override
    public void handleMessage(Message<byte[]> message) {
        var headers = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        var command = headers == null ? null : headers.getCommand();
        if (headers == null || command == null) {
            return;
        }
        switch (command) {
            case MESSAGE ->
                    receiver.heard(
                            UpstreamFrames.destination(headers),
                            headers.toNativeHeaderMap().entrySet().stream()
                                    .collect(UpstreamFrames.firstValues()),
                            message.getPayload());
            case RECEIPT -> confirm(headers.getReceiptId());
            case CONNECTED -> subscribe(headers.getHeartbeat());
            case ERROR -> end("refused: " + headers.getMessage());
            default -> end("sent " + command);
        }
    }

    @Override
    public void handleFailure(Throwable failure) {
        end(String.valueOf(failure.getMessage()));
    }

    @Override
    public void afterConnectionClosed() {
        end("the connection was lost");
    }

    private void subscribe(long[] brokerHeartbeat) {
        watch(brokerHeartbeat);
        var subscribed =
                destinations.stream()
                        .map(
                                destination ->
                                        request(
                                                UpstreamFrames.subscribe(destination),
                                                UpstreamFrames.EMPTY))
                        .toArray(CompletableFuture[]::new);
        var unused =
                CompletableFuture.allOf(subscribed)
                        .thenRun(
                                () -> {
                                    wasReady = true;
                                    isReady = true;
                                    ready.run();
                                });
    }

    private void watch(long[] brokerHeartbeat) {
        var connection = tcp;
        if (connection == null) {
            return;
        }
        if (brokerHeartbeat[1] > 0) {
            var interval = Math.max(HEARTBEAT_MILLIS, brokerHeartbeat[1]);
            connection.onWriteInactivity(this::beat, interval);
        }
        if (brokerHeartbeat[0] > 0) {
            var interval = Math.max(HEARTBEAT_MILLIS, brokerHeartbeat[0]);
            connection.onReadInactivity(() -> end("is silent"), PATIENCE * interval);
        }
    }

    private void beat() {
        write(StompHeaderAccessor.createForHeartbeat(), UpstreamFrames.NEWLINE);
    }

    private CompletableFuture<Void> request(StompHeaderAccessor headers, byte[] body) {
        var receipt = Long.toString(receipts.incrementAndGet());
        var confirmation = new CompletableFuture<Void>();
        unconfirmed.put(receipt, confirmation);
        headers.setReceipt(receipt);
        write(headers, body);
        if (ended.get()) {
            failAll("the connection was lost");
        }
        return confirmation;
    }

    private void confirm(@Nullable String receipt) {
        var confirmation = receipt == null ? null : unconfirmed.remove(receipt);
        if (confirmation != null) {
            confirmation.complete(null);
        }
    }

    private void write(StompHeaderAccessor headers, byte[] body) {
        var connection = tcp;
        if (connection != null && !ended.get()) {
            var unused =
                    connection
                            .sendAsync(UpstreamFrames.message(headers, body))
                            .whenComplete(
                                    (_, failure) -> {
                                        if (failure != null) {
                                            end(String.valueOf(failure.getMessage()));
                                        }
                                    });
        }
    }

    private void end(String reason) {
        if (ended.compareAndSet(false, true)) {
            isReady = false;
            var connection = tcp;
            if (connection != null) {
                connection.close();
            }
            failAll(reason);
            lost.accept(this, reason);
        }
    }

    private void failAll(String reason) {
        unconfirmed
                .keySet()
                .forEach(
                        receipt -> {
                            var confirmation = unconfirmed.remove(receipt);
                            if (confirmation != null) {
                                confirmation.completeExceptionally(
                                        new MessageDeliveryException(reason));
                            }
                        });
    }
}
