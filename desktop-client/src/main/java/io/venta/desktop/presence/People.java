package io.venta.desktop.presence;

import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.fx.NaturalOrder;
import io.venta.desktop.fx.Words;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import io.venta.model.Destinations;
import io.venta.model.UserKey;
import io.venta.model.location.VendorId;
import io.venta.model.presence.PresenceDevice;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceStatus;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Vendors and users, by name: who of them is here and what they look at. JavaFX thread only. */
final class People {

    private static final String VIEWED_VENDOR = "vendor.";

    private final Vendors vendors;
    private final Presences vendorPresences;
    private final Presences userPresences;
    private final PresenceFeed vendorFeed;
    private final PresenceFeed userFeed;

    People(Vendors vendors, GatewayConnection connection, Executor pulse, InstantSource clock) {
        this.vendors = vendors;
        vendorPresences = new Presences(PresenceKind.VENDOR, clock);
        userPresences = new Presences(PresenceKind.USER, clock);
        PresenceFeed.Kind ofVendors =
                new PresenceFeed.Kind(
                        Destinations.ALL_VENDORS_PRESENCE,
                        id -> Destinations.presence(new VendorId(id)),
                        "/api/presence?vendors=");
        PresenceFeed.Kind ofUsers =
                new PresenceFeed.Kind(
                        Destinations.ALL_USERS_PRESENCE,
                        id -> Destinations.presence(UserKey.of(id)),
                        "/api/presence?users=");
        vendorFeed = new PresenceFeed(vendorPresences, ofVendors, connection, pulse);
        userFeed = new PresenceFeed(userPresences, ofUsers, connection, pulse);
    }

    Presences of(PresenceKind kind) {
        return kind == PresenceKind.VENDOR ? vendorPresences : userPresences;
    }

    /** Once a second: whom somebody looks at, the most important first. */
    void watch(PresenceKind kind, Collection<String> ids) {
        (kind == PresenceKind.VENDOR ? vendorFeed : userFeed).watch(ids);
    }

    /** Whom a search fits; without words everybody who is known by name, here or not. */
    Stream<PresenceEntry> find(PresenceKind kind, String query) {
        Words words = new Words(query);
        Presences known = of(kind);
        Set<String> ids = new LinkedHashSet<>();
        known.named().forEach(entry -> ids.add(entry.id()));
        if (kind == PresenceKind.VENDOR) {
            vendors.all().forEach(vendor -> ids.add(vendor.id().value()));
        } else if (known.tooMany() && isUserId(query.strip())) {
            ids.add(query.strip());
        }
        return ids.stream()
                .filter(id -> words.isEmpty() || words.test(name(kind, id) + ' ' + id))
                .map(id -> known.find(id).orElseGet(() -> unknown(kind, id)));
    }

    RosterRow row(PresenceEntry entry) {
        String viewing =
                entry.devices().stream()
                        .map(PresenceDevice::viewing)
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(this::viewed)
                        .collect(Collectors.joining(", "));
        boolean known = of(entry.kind()).find(entry.id()).isPresent();
        return new RosterRow(entry, known, name(entry.kind(), entry.id()), viewing);
    }

    /** Users who look at a vendor, by name, without the one who asks. */
    List<String> viewersOf(VendorId vendor, String self) {
        String target = VIEWED_VENDOR + vendor.value();
        return userPresences.named().stream()
                .filter(user -> !user.id().equals(self))
                .filter(user -> user.devices().stream().anyMatch(d -> target.equals(d.viewing())))
                .map(PresenceEntry::id)
                .sorted(new NaturalOrder())
                .toList();
    }

    boolean degraded() {
        return vendorPresences.degraded() || userPresences.degraded();
    }

    private String viewed(String target) {
        return target.startsWith(VIEWED_VENDOR)
                ? name(PresenceKind.VENDOR, target.substring(VIEWED_VENDOR.length()))
                : target;
    }

    private String name(PresenceKind kind, String id) {
        boolean vendor = kind == PresenceKind.VENDOR && VendorId.isValid(id);
        return vendor ? vendors.find(new VendorId(id)).map(Vendor::name).orElse(id) : id;
    }

    private static PresenceEntry unknown(PresenceKind kind, String id) {
        return new PresenceEntry(kind, id, PresenceStatus.OFFLINE, List.of(), null, null);
    }

    private static boolean isUserId(String text) {
        try {
            return !UserKey.of(text).value().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
