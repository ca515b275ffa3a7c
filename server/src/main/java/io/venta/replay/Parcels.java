package io.venta.replay;

import io.venta.model.ErrorReply;
import io.venta.model.location.LocationUpdate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of fixes that have left and have no answer yet, and those that are to leave again. Not
 * thread-safe.
 */
final class Parcels {

    private static final int ATTEMPTS = 10;
    private static final long USUAL_WAIT_MILLIS = 1_000;

    private final Tally tally;
    private final Clock clock;
    private final Map<String, Parcel> underWay = new LinkedHashMap<>();
    private final Deque<Parcel> again = new ArrayDeque<>();
    private Instant resumeAt = Instant.MIN;
    private long lastReceipt;

    Parcels(Tally tally, Clock clock) {
        this.tally = tally;
        this.clock = clock;
    }

    /** Notes that a parcel leaves, and answers the receipt to ask for. */
    String leaves(Parcel parcel) {
        var receipt = Long.toString(++lastReceipt);
        underWay.put(receipt, parcel);
        return receipt;
    }

    void accepted(String receipt) {
        underWay.remove(receipt);
    }

    /**
     * What was refused for the moment leaves again when the server says; of an array with one bad
     * fix the others do. The rest is counted.
     */
    void refused(ErrorReply reply) {
        var parcel = reply.receipt() == null ? null : underWay.remove(reply.receipt());
        if (parcel == null) {
            return;
        }
        var fixes = parcel.fixes();
        var details = reply.details() == null ? Map.<String, Object>of() : reply.details();
        if (reply.retryable() && parcel.attempt() < ATTEMPTS) {
            resumeAt = clock.instant().plusMillis(waitMillis(details));
            again.add(new Parcel(fixes, parcel.attempt() + 1));
        } else if (details.get("index") instanceof Integer index && index < fixes.size()) {
            tally.refused(reply.code().name(), 1);
            leaveAgainWithout(index, parcel);
        } else {
            tally.refused(reply.code().name(), fixes.size());
        }
    }

    private void leaveAgainWithout(int index, Parcel parcel) {
        var others = new ArrayList<>(parcel.fixes());
        others.remove(index);
        if (!others.isEmpty()) {
            again.add(new Parcel(others, parcel.attempt()));
        }
    }

    private static long waitMillis(Map<String, Object> details) {
        return details.get("retryAfterMs") instanceof Number millis
                ? millis.longValue()
                : USUAL_WAIT_MILLIS;
    }

    /** The connection is gone: all that had no answer leaves again. */
    void lost() {
        again.addAll(underWay.values());
        underWay.clear();
    }

    /** The next that may leave again now, or null. */
    @Nullable Parcel nextAgain() {
        return clock.instant().isBefore(resumeAt) ? null : again.poll();
    }

    /** Since when parcels may leave again; of use while there are any. */
    Instant resumeAt() {
        return resumeAt;
    }

    boolean hasAgain() {
        return !again.isEmpty();
    }

    int underWay() {
        return underWay.size();
    }

    /**
     * Fixes that travel together.
     *
     * @param attempt the how manieth this is, from 1
     */
    record Parcel(List<LocationUpdate> fixes, int attempt) {}
}
