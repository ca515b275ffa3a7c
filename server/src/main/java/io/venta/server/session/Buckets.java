package io.venta.server.session;

import io.github.bucket4j.BandwidthBuilder;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Buckets of tokens that refill steadily, and what is said when one is empty. */
final class Buckets {

    private Buckets() {}

    /** A minute's tokens, all at once or one by one. */
    static Bucket perMinute(int tokens, TimeMeter time) {
        return of(tokens, tokens, Duration.ofMinutes(1), time);
    }

    /** Some tokens at once, then so many a second. */
    static Bucket perSecond(int burst, int tokens, TimeMeter time) {
        return of(burst, tokens, Duration.ofSeconds(1), time);
    }

    private static Bucket of(int capacity, int tokens, Duration period, TimeMeter time) {
        var limit =
                BandwidthBuilder.builder().capacity(capacity).refillGreedy(tokens, period).build();
        return Bucket.builder().addLimit(limit).withCustomTimePrecision(time).build();
    }

    /** The refusal where a bucket is empty. */
    static RejectedMessageException exceeded(String reason, long nanosToWait) {
        var millis = TimeUnit.NANOSECONDS.toMillis(nanosToWait) + 1;
        return new RejectedMessageException(
                ErrorCode.RATE_LIMIT_EXCEEDED, reason, Map.of("retryAfterMs", millis));
    }
}
