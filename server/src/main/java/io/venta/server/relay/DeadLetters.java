package io.venta.server.relay;

import io.venta.server.error.RejectedMessageException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what could not be used to the exchange {@code dead-letter}, with the reason and under
 * its own key, ten a second at most; the rest is only counted. Thread-safe.
 */
final class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final String DEAD_LETTER = "/exchange/dead-letter/";
    private static final int MAX_PER_SECOND = 10;
    private static final int MAX_REASON = 1000;
    private static final int MAX_KEY = 255;

    private final Upstream upstream;
    private final Clock clock;
    private long second;
    private int publishedInSecond;

    DeadLetters(Upstream upstream, Clock clock) {
        this.upstream = upstream;
        this.clock = clock;
    }

    /**
     * Publishes one, or leaves it at that if there were enough in this second.
     *
     * @return done when there is no more to do for it; failed if it is not published though it
     *     should be
     */
    CompletableFuture<Void> add(String destination, byte[] body, String reason) {
        var key = routingKey(destination);
        if (!mayPublish()) {
            return CompletableFuture.completedFuture(null);
        }
        try {
            var headers =
                    Map.of("reason", cut(reason, MAX_REASON), "original-key", cut(key, MAX_REASON));
            return upstream.publish(DEAD_LETTER + encoded(key), body, headers)
                    .whenComplete(
                            (_, failure) -> {
                                if (failure != null) {
                                    log.warn("Failed to dead-letter {}", key, failure);
                                }
                            });
        } catch (RejectedMessageException e) {
            log.debug("Failed to dead-letter {}", key, e);
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What follows {@code /topic/} or {@code /exchange/<name>/}, slashes and all. */
    private static String routingKey(String destination) {
        var start = destination.indexOf('/', 1) + 1;
        if (destination.startsWith("/exchange/")) {
            start = destination.indexOf('/', start) + 1;
        }
        return destination.substring(start);
    }

    /**
     * The broker ends the connection over a destination that it cannot read, or whose key has more
     * than 255 bytes; a key that was no text has more as text.
     */
    private static String encoded(String key) {
        var whole = URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
        return whole.length() <= MAX_KEY
                ? whole
                : URLEncoder.encode(cut(key, MAX_KEY / 3), StandardCharsets.UTF_8)
                        .replace("+", "%20");
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private synchronized boolean mayPublish() {
        var now = clock.instant().getEpochSecond();
        if (now != second) {
            second = now;
            publishedInSecond = 0;
        }
        return ++publishedInSecond <= MAX_PER_SECOND;
    }
}
