package io.venta.server.vendor;

import io.venta.model.location.VendorId;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;

/**
 * Who may watch which vendor, and speak for it: subscriptions, retained values and HTTP alike ask
 * here. Thread-safe; answers at once.
 */
public interface VendorAccess {

    /** Whether the user may see where a vendor is and what it is called. */
    boolean mayWatch(Principal user, VendorId vendor);

    /** Whether the user may watch every vendor there is and will be. */
    boolean mayWatchAll(Principal user);

    /** The only vendors that the user may watch; empty for who may watch any. */
    Optional<Set<VendorId>> watchable(Principal user);

    /** Whether the user may report for a vendor. */
    boolean mayReport(Principal user, VendorId vendor);

    /** The vendor that the user is. */
    Optional<VendorId> ownVendor(Principal user);
}
