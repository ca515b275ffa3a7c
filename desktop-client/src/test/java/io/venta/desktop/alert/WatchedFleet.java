package io.venta.desktop.alert;

import io.venta.desktop.alert.rule.Audience;
import io.venta.desktop.alert.rule.Rule;
import io.venta.desktop.alert.rule.RuleKind;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.vendor.TestClock;
import io.venta.desktop.vendor.Updates;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import io.venta.model.location.VendorId;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Vendors, a clock and alerts in the hands of a test: it says what is heard and lets time pass. */
final class WatchedFleet {

    /** About 111 m of latitude. */
    static final double STREET = 0.001;

    final TestClock clock = new TestClock();
    final Vendors vendors = new Vendors(clock);
    final RecordingConnection connection = new RecordingConnection();
    final AlertViewModel model = new AlertViewModel(vendors, connection, Runnable::run, clock);
    private final Map<VendorId, PresenceEntry> presence = new HashMap<>();

    /** Signed in long enough ago for what is known to be up to date. */
    static WatchedFleet upToDate() {
        WatchedFleet fleet = new WatchedFleet();
        fleet.live();
        fleet.pass(11);
        return fleet;
    }

    void live() {
        model.outOfDateProperty().set(false);
        vendors.caughtUp(Set.of(), Set.of());
    }

    void lost() {
        model.outOfDateProperty().set(true);
    }

    void back() {
        model.outOfDateProperty().set(false);
    }

    /** Every second, as the window does it. */
    void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.advance(Duration.ofSeconds(1));
            vendors.present(presence::get);
            vendors.tick();
            model.tick();
        }
    }

    Rule rule(RuleKind kind, int threshold) {
        return rule(kind, threshold, Audience.ALL);
    }

    Rule rule(RuleKind kind, int threshold, Audience audience) {
        Rule rule = new Rule("r" + model.rules().all().size(), "", kind, threshold, audience, true);
        model.rules().put(rule);
        return rule;
    }

    void named(String id, String name, String type) {
        vendors.hear(List.of(Updates.profile(id, name, type)));
    }

    /** It says where it is and how fast, in km/h. */
    void fix(String id, double lat, double kmh) {
        vendors.hear(List.of(Updates.moving(id, lat, 21, kmh / 3.6, 0, clock.instant())));
    }

    void connected(String id) {
        present(id, PresenceStatus.ONLINE, null, null);
    }

    void disconnected(String id) {
        present(id, PresenceStatus.OFFLINE, clock.instant(), null);
    }

    void present(
            String id,
            PresenceStatus status,
            @Nullable Instant lastSeen,
            @Nullable Boolean degraded) {
        presence.put(
                new VendorId(id),
                new PresenceEntry(PresenceKind.VENDOR, id, status, List.of(), lastSeen, degraded));
    }

    void presenceUnknown(String id) {
        presence.remove(new VendorId(id));
    }

    Vendor vendor(String id) {
        return vendors.find(new VendorId(id)).orElseThrow();
    }

    /** The names of those for whom a rule holds, newest first. */
    List<String> holding() {
        return model.alerts().stream()
                .filter(Alert::holds)
                .map(alert -> alert.vendor().name())
                .toList();
    }

    List<Alert> entries() {
        return model.entries();
    }
}
