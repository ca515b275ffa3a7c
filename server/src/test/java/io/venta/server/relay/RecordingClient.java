package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.security.authentication.TestingAuthenticationToken;

/** A session that keeps what is written to it, and tells it as one line a frame. */
final class RecordingClient {

    private final List<Message<byte[]>> written = new CopyOnWriteArrayList<>();
    private final ClientSession session;

    RecordingClient(String id) {
        this(id, 0, null);
    }

    RecordingClient(String id, long heartbeatMillis, @Nullable Instant expiresAt) {
        var outbox = new Outbox(id, Long.MAX_VALUE, written::add, () -> {});
        session =
                new ClientSession(
                        id,
                        new TestingAuthenticationToken("user-" + id, ""),
                        new ConcurrentHashMap<>(),
                        heartbeatMillis,
                        expiresAt,
                        outbox);
    }

    ClientSession session() {
        return session;
    }

    Map<String, Object> socketAttributes() {
        return session.socketAttributes();
    }

    Subscription subscription(String id, String destination) {
        return new Subscription(session, id, destination, Address.of(destination, session));
    }

    /** Subscribes with a receipt {@code r-<id>}, as a client's SUBSCRIBE does. */
    Subscription subscribe(Topics topics, String id, String destination) {
        var subscription = subscription(id, destination);
        session.subscriptions().put(id, subscription);
        topics.subscribe(subscription, Frames.receipt(session, "r-" + id));
        return subscription;
    }

    /** What was written, once all that waited was. */
    List<Message<byte[]>> frames() {
        var drained = new CompletableFuture<@Nullable Void>();
        session.afterwards(() -> drained.complete(null));
        drained.orTimeout(10, TimeUnit.SECONDS).join();
        return List.copyOf(written);
    }

    List<String> heard() {
        return frames().stream().map(RecordingClient::line).toList();
    }

    private static String line(Message<byte[]> frame) {
        var headers = StompHeaderAccessor.wrap(frame);
        return switch (headers.getCommand()) {
            case MESSAGE ->
                    headers.getSubscriptionId()
                            + ' '
                            + headers.getFirstNativeHeader("type")
                            + ' '
                            + new String(frame.getPayload(), UTF_8)
                            + (headers.getFirstNativeHeader("retained") == null ? "" : " retained");
            case RECEIPT -> "RECEIPT " + headers.getReceiptId();
            case ERROR -> "ERROR " + headers.getFirstNativeHeader("code");
            case null -> "HEARTBEAT";
            default -> String.valueOf(headers.getCommand());
        };
    }
}
