package io.venta.server.topic;

import io.venta.model.ErrorCode;
import io.venta.model.location.VendorId;
import io.venta.server.error.RejectedMessageException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What holds for everything that is published under a vendor's id, whoever published it. */
public final class VendorValue {

    private static final int MAX_BYTES = 4096;
    private static final Duration MAX_AHEAD = Duration.ofSeconds(60);

    private VendorValue() {}

    /**
     * Refuses a body that is too large to be read at all.
     *
     * @throws RejectedMessageException if it has more than 4 KiB
     */
    public static void checkSize(byte[] body) {
        if (body.length > MAX_BYTES) {
            throw invalid("A body has at most 4096 bytes");
        }
    }

    /**
     * The value of a topic, from what was read of its body.
     *
     * @throws RejectedMessageException if the id is not the one of the routing key, or the time is
     *     from the future
     */
    public static RetainedValue of(
            String key, byte[] body, VendorId vendor, Instant timestamp, Clock clock) {
        if (!vendor.value().equals(key)) {
            throw invalid("vendorId is not the one of the routing key");
        }
        checkTime(timestamp, clock);
        return new RetainedValue(key, timestamp, clock.instant(), body);
    }

    /**
     * Refuses times from the future: nothing true could take their place.
     *
     * @throws RejectedMessageException if it is more than 60 s ahead
     */
    public static void checkTime(Instant timestamp, Clock clock) {
        if (timestamp.isAfter(clock.instant().plus(MAX_AHEAD))) {
            throw invalid("timestamp is more than 60 s in the future");
        }
    }

    private static RejectedMessageException invalid(String reason) {
        return new RejectedMessageException(ErrorCode.INVALID_MESSAGE, reason);
    }
}
