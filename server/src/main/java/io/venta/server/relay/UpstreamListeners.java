package io.venta.server.relay;

import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.UpstreamListener;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Hands what services publish to exchanges that are no topics to the listener whose exchange it is.
 *
 * <p>A message is done with once all that its listener published is confirmed; one that cannot be
 * used, once it is dead-lettered. Where that fails the broker offers it again, to any node, and
 * after five times dead-letters it itself; so a listener may hear a message twice.
 */
final class UpstreamListeners {

    private static final Logger log = LoggerFactory.getLogger(UpstreamListeners.class);
    private static final String EXCHANGE = "/exchange/";

    private final List<UpstreamListener> listeners;
    private final DeadLetters deadLetters;
    private final Consumer<String> outcomes;

    UpstreamListeners(
            List<UpstreamListener> listeners, DeadLetters deadLetters, Consumer<String> outcomes) {
        this.listeners = List.copyOf(listeners);
        this.deadLetters = deadLetters;
        this.outcomes = outcomes;
    }

    /** Takes a message, whoever it is for, and settles it. */
    void heard(UpstreamMessage message) {
        SendScope.open();
        try {
            handOn(message);
            var scope = SendScope.current();
            message.settle(
                    scope == null ? CompletableFuture.completedFuture(null) : scope.confirmation());
        } catch (RuntimeException e) {
            fail(message, e);
        } finally {
            SendScope.close();
        }
    }

    private void handOn(UpstreamMessage message) {
        var destination = message.destination();
        var slash = destination.indexOf('/', EXCHANGE.length());
        if (slash < 0 || !destination.startsWith(EXCHANGE)) {
            return;
        }
        var exchange = destination.substring(EXCHANGE.length(), slash);
        for (var listener : listeners) {
            if (listener.exchange().equals(exchange)) {
                listener.heard(destination.substring(slash + 1), message.headers(), message.body());
            }
        }
    }

    private void fail(UpstreamMessage message, RuntimeException failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        if (cause instanceof RejectedMessageException refusal && !refusal.code().retryable()) {
            outcomes.accept("invalid");
            message.settle(
                    deadLetters.add(message.destination(), message.body(), refusal.reason()));
        } else {
            outcomes.accept("failed");
            log.warn("Failed to take a message to {}", message.destination(), failure);
            message.settle(CompletableFuture.failedFuture(failure));
        }
    }
}
