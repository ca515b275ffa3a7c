package io.venta.desktop.vendor;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A status that changes only after the change held for 3 s, so that nothing flaps. */
final class HeldStatus {

    private static final Duration HOLD = Duration.ofSeconds(3);

    private VendorStatus shown = VendorStatus.UNLOCATED;
    private VendorStatus candidate = VendorStatus.UNLOCATED;
    private Instant candidateSince = Instant.MIN;

    VendorStatus shown() {
        return shown;
    }

    /**
     * Takes what the rule says now, null for nothing new; the first word about an unheard-of vendor
     * counts at once.
     */
    VendorStatus observe(@Nullable VendorStatus said, Instant now) {
        VendorStatus observed = said == null ? unchanged() : said;
        // A clock that was corrected backward must not make it hold for longer.
        if (observed != candidate || now.isBefore(candidateSince)) {
            candidate = observed;
            candidateSince = now;
        }
        boolean held = !now.isBefore(candidateSince.plus(HOLD));
        if (shown == VendorStatus.UNLOCATED || held) {
            shown = candidate;
        }
        return shown;
    }

    private VendorStatus unchanged() {
        return shown == VendorStatus.UNLOCATED ? VendorStatus.MOVING : shown;
    }
}
