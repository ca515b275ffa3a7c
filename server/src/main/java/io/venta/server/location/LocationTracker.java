package io.venta.server.location;

import io.venta.model.Destinations;
import io.venta.model.MessageType;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import io.venta.model.location.VendorRemoved;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.stereotype.Component;

/**
 * Sends positions on their way to all who watch, on every node.
 *
 * <p>Thread-safe. Whether a position is newer than the last one known is decided where it is heard,
 * for reports and services' publishes alike. Where the broker is out of reach, sending throws.
 */
@Component
public class LocationTracker {

    private final SimpMessageSendingOperations messaging;
    private final ApplicationEventPublisher events;

    LocationTracker(SimpMessageSendingOperations messaging, ApplicationEventPublisher events) {
        this.messaging = messaging;
        this.events = events;
    }

    /** Accepts a position that was checked. */
    public void accept(LocationUpdate update) {
        messaging.convertAndSend(Destinations.location(update.vendorId()), update);
        events.publishEvent(new LocationAccepted(update.vendorId()));
    }

    /** Forgets a vendor; its watchers hear {@code vendor_removed}. */
    public void remove(VendorId vendor) {
        messaging.convertAndSend(
                Destinations.location(vendor),
                new VendorRemoved(vendor),
                Map.of(MessageType.HEADER, MessageType.VENDOR_REMOVED.wireName()));
    }
}
