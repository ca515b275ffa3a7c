package io.venta.server.relay;

import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was heard from upstream, as it was published. Holds no buffer of the connection's, so it may
 * be kept. Immutable by agreement: nobody writes to {@link #body()}.
 *
 * <p>Of headers that come more than once the first counts: the broker's own come first, and a
 * publisher may add what it likes after them.
 */
final class UpstreamMessage {

    private final String destination;
    private final HeaderBlock headers;
    private final byte[] body;
    private final @Nullable Consumer<Boolean> settlement;

    UpstreamMessage(
            String destination,
            HeaderBlock headers,
            byte[] body,
            @Nullable Consumer<Boolean> settlement) {
        this.destination = destination;
        this.headers = headers;
        this.body = body;
        this.settlement = settlement;
    }

    static UpstreamMessage of(String destination, Map<String, String> headers, byte[] body) {
        return new UpstreamMessage(destination, HeaderBlock.of(headers), body, null);
    }

    /** The same, to be {@linkplain #settle settled}. */
    UpstreamMessage toBeSettled(Consumer<Boolean> settlement) {
        return new UpstreamMessage(destination, headers, body, settlement);
    }

    String destination() {
        return destination;
    }

    byte[] body() {
        return body;
    }

    /** A header's first value; null where there is none. */
    @Nullable String header(String name) {
        return headers.first(name);
    }

    /** All headers, each with its first value. */
    Map<String, String> headers() {
        return headers.all();
    }

    /**
     * Says what became of it, where the broker wants to know: done, it is gone from its queue;
     * failed, the broker offers it again. To be called once.
     */
    void settle(CompletionStage<?> outcome) {
        if (settlement != null) {
            var unused = outcome.whenComplete((_, failure) -> settlement.accept(failure == null));
        }
    }
}
