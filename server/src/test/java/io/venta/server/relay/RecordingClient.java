package io.venta.server.relay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.testing.StompFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.TestingAuthenticationToken;

/** A session whose socket keeps what is written, and tells it as one line a frame. */
final class RecordingClient {

    /** Nobody falls behind. */
    static final OutboxLimits NO_LIMITS =
            new OutboxLimits(
                    Long.MAX_VALUE,
                    Integer.MAX_VALUE,
                    Duration.ofDays(1),
                    Long.MAX_VALUE,
                    Duration.ofDays(1));

    private static final RelayFigures FIGURES = new RelayFigures(new SimpleMeterRegistry());

    private final RecordingWriter writer = new RecordingWriter();
    private final AtomicInteger slow = new AtomicInteger();
    private final ClientSession session;

    RecordingClient(String id) {
        this(id, NO_LIMITS);
    }

    RecordingClient(String id, OutboxLimits limits) {
        this(id, limits, 0, null);
    }

    RecordingClient(String id, String user, OutboxLimits limits, RelayFigures figures) {
        this(id, user, limits, figures, 0, null);
    }

    RecordingClient(
            String id, OutboxLimits limits, long heartbeatMillis, @Nullable Instant expiresAt) {
        this(id, "user-" + id, limits, FIGURES, heartbeatMillis, expiresAt);
    }

    private RecordingClient(
            String id,
            String user,
            OutboxLimits limits,
            RelayFigures figures,
            long heartbeatMillis,
            @Nullable Instant expiresAt) {
        session =
                new ClientSession(
                        id,
                        new TestingAuthenticationToken(user, ""),
                        new ConcurrentHashMap<>(),
                        heartbeatMillis,
                        expiresAt,
                        new Outbox(writer, limits, figures, System.nanoTime()),
                        slow::incrementAndGet);
    }

    ClientSession session() {
        return session;
    }

    RecordingWriter writer() {
        return writer;
    }

    /** How often it was ended as a client that does not read. */
    int slow() {
        return slow.get();
    }

    Map<String, Object> socketAttributes() {
        return session.socketAttributes();
    }

    Subscription subscription(String id, String destination, @Nullable HeldUpdates held) {
        return new Subscription(session, id, Address.of(destination, session), held);
    }

    /** Subscribes with a receipt {@code r-<id>}, as a client's SUBSCRIBE does. */
    Subscription subscribe(Topics topics, String id, String destination) {
        return subscribe(topics, id, destination, null);
    }

    Subscription subscribe(
            Topics topics, String id, String destination, @Nullable HeldUpdates held) {
        var subscription = subscription(id, destination, held);
        session.subscriptions().put(id, subscription);
        topics.subscribe(subscription, Frames.receipt("r-" + id));
        return subscription;
    }

    /** What the socket has taken so far. */
    List<StompFrame> frames() {
        return frames(writer.payloads());
    }

    /** What the socket has taken once all that was due is flushed. */
    List<String> heard() {
        session.flush();
        return written();
    }

    /** What the socket has taken so far. */
    List<String> written() {
        return lines(writer.payloads());
    }

    /** What the socket has taken, by write. */
    List<List<String>> heardByWrite() {
        return writer.writes().stream().map(RecordingClient::lines).toList();
    }

    static List<String> lines(List<String> payloads) {
        return frames(payloads).stream().map(RecordingClient::line).toList();
    }

    static List<StompFrame> frames(List<String> payloads) {
        return payloads.stream()
                .map(payload -> StompFrame.decode(payload.substring(0, payload.length() - 1)))
                .toList();
    }

    private static String line(StompFrame frame) {
        return switch (frame.command()) {
            case "MESSAGE" ->
                    frame.header("subscription")
                            + ' '
                            + frame.header("type")
                            + ' '
                            + frame.body()
                            + (frame.header("retained") == null ? "" : " retained");
            case "RECEIPT" -> "RECEIPT " + frame.header("receipt-id");
            case "ERROR" -> "ERROR " + frame.header("code");
            case "" -> "HEARTBEAT";
            default -> frame.command();
        };
    }
}
