package io.venta.desktop.vendor;

import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.connection.GatewayMessage;
import io.venta.desktop.connection.TopicListener;
import io.venta.desktop.fx.LatestByKey;
import io.venta.model.Destinations;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import io.venta.model.location.VendorRemoved;
import io.venta.model.vendor.VendorUpdate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Brings what the gateway says of all vendors to {@link Vendors}: the newest of each vendor, once a
 * pulse. For dispatchers and administrators, who may watch them all.
 */
public final class VendorFeed {

    private final Vendors vendors;
    private final Executor pulse;
    private final Hearing locations;
    private final Hearing profiles;

    /**
     * @param vendors what to keep up to date
     * @param pulse where that happens
     */
    public VendorFeed(Vendors vendors, Executor pulse) {
        this.vendors = vendors;
        this.pulse = pulse;
        this.locations = new Hearing(this::caughtUp);
        this.profiles = new Hearing(() -> {});
    }

    /** Subscribes to everything; profiles first, so that all are known when the fixes are. */
    public void subscribe(GatewayConnection connection) {
        connection.subscribe(Destinations.ALL_VENDORS, profiles);
        connection.subscribe(Destinations.ALL_LOCATIONS, locations);
    }

    private void caughtUp() {
        Set<VendorId> located = Set.copyOf(locations.known);
        Set<VendorId> profiled = Set.copyOf(profiles.known);
        pulse.execute(() -> vendors.caughtUp(located, profiled));
    }

    /** One subscription: what it says, and of whom it spoke since it was last made. */
    private final class Hearing implements TopicListener {

        private final Set<VendorId> known = ConcurrentHashMap.newKeySet();
        private final LatestByKey<VendorId, Object> queue = new LatestByKey<>(pulse, vendors::hear);
        private final Runnable caughtUp;

        Hearing(Runnable caughtUp) {
            this.caughtUp = caughtUp;
        }

        @Override
        public void onSubscribing() {
            known.clear();
        }

        @Override
        public void onMessage(GatewayMessage message) {
            switch (message.payload()) {
                case LocationUpdate update -> take(update.vendorId(), update);
                case VendorUpdate profile -> take(profile.vendorId(), profile);
                case VendorRemoved removed -> {
                    known.remove(removed.vendorId());
                    queue.put(removed.vendorId(), removed);
                }
                default -> {}
            }
        }

        private void take(VendorId id, Object news) {
            known.add(id);
            queue.put(id, news);
        }

        @Override
        public void onCaughtUp() {
            caughtUp.run();
        }
    }
}
