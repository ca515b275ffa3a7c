package io.venta.server.relay;

import io.venta.server.error.RejectedMessageException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
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

    private final Upstream upstream;
    private final Clock clock;
    private long second;
    private int publishedInSecond;

    DeadLetters(Upstream upstream, Clock clock) {
        this.upstream = upstream;
        this.clock = clock;
    }

    void add(String destination, byte[] body, String reason) {
        var key = routingKey(destination);
        if (!upstream.isAvailable() || !mayPublish()) {
            return;
        }
        try {
            var headers = Map.of("reason", reason, "original-key", key);
            var unused =
                    upstream.publish(DEAD_LETTER + encoded(key), body, headers)
                            .whenComplete(
                                    (_, failure) -> {
                                        if (failure != null) {
                                            log.warn("Failed to dead-letter {}", key, failure);
                                        }
                                    });
        } catch (RejectedMessageException e) {
            log.warn("Failed to dead-letter {}: {}", key, e.reason());
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

    /** The broker ends the connection over a destination that it cannot read. */
    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
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
