package io.venta.server.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.FeedMessage;
import io.venta.server.topic.FeedPublisher;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what devices are told and confirms it, or is out of reach. */
final class RecordingPublisher implements FeedPublisher {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile List<String> listening = List.of();
    private final AtomicInteger refusals = new AtomicInteger();

    @Override
    public CompletableFuture<Void> publish(String userKey, FeedMessage message) {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new RejectedMessageException(ErrorCode.SERVICE_DEGRADED, "out of reach");
        }
        var body = new String(message.body(), UTF_8);
        told.add(userKey + ' ' + message.position() + ' ' + message.type() + ' ' + body);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Collection<String> listening() {
        return listening;
    }

    void listen(String... userKeys) {
        listening = List.of(userKeys);
    }

    /** From now on, so many are refused. */
    void refuse(int times) {
        refusals.set(times);
    }

    /** Recipient, position, type and body of each. */
    List<String> told() {
        return List.copyOf(told);
    }
}
