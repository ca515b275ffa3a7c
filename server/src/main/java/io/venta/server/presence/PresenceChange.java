package io.venta.server.presence;

import io.venta.model.presence.PresenceStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change of the registry. All nodes hear all changes in the order of their versions, which have
 * no gaps.
 */
sealed interface PresenceChange {

    /**
     * Numbers the changes of the registry, each one more than the one before. A registry that
     * begins anew with nothing begins higher than all that were before it.
     */
    long version();

    /** When it happened, by the store's clock. */
    Instant at();

    /** Which device; as it is now, or was at last. */
    Device device();

    /**
     * What the change makes of the device's user and vendor, where that is another status than
     * before; OFFLINE for who has no device any more.
     */
    Map<Subject, PresenceStatus> statuses();

    /** A device came, or what is known of it has changed. */
    record Present(
            long version,
            Instant at,
            Device device,
            boolean isNew,
            Map<Subject, PresenceStatus> statuses)
            implements PresenceChange {}

    /**
     * A device has gone.
     *
     * @param reason why: the name of an error code, {@code CLOSED} by its client, {@code LOST}
     *     where its connection ended without a word, {@code NODE_LOST} with its node
     * @param replacedBy the session of the same device that took its place; null else
     */
    record Gone(
            long version,
            Instant at,
            Device device,
            String reason,
            @Nullable String replacedBy,
            Map<Subject, PresenceStatus> statuses)
            implements PresenceChange {}
}
