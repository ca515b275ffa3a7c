package io.venta.desktop.presence;

import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.GatewayMessage;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.vendor.TestClock;
import io.venta.desktop.vendor.Vendors;
import io.venta.model.Destinations;
import io.venta.model.MessageType;
import io.venta.model.UserKey;
import io.venta.model.location.VendorId;
import io.venta.model.presence.DeviceType;
import io.venta.model.presence.PresenceDevice;
import io.venta.model.presence.PresenceDiff;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresencePage;
import io.venta.model.presence.PresenceState;
import io.venta.model.presence.PresenceStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RosterViewModelTests {

    private final TestClock clock = new TestClock();
    private final RecordingConnection connection = new RecordingConnection();
    private final Vendors vendors = new Vendors(clock);
    private RosterViewModel model;

    @BeforeEach
    void start() {
        connection.become(new ConnectionState.Live(null));
        vendors.hear(List.of(profile("v1", "Tacos", "Truck"), profile("v2", "Arepas", "Cart")));
        model = new RosterViewModel(vendors, connection, Runnable::run, Runnable::run, clock);
        model.openProperty().set(true);
    }

    @Test
    void listsWhoIsHereByName() {
        state(vendor("v1", PresenceStatus.ONLINE), vendor("v2", PresenceStatus.AWAY));
        assertThat(names()).containsExactly("Arepas", "Tacos");
        diff(List.of(), List.of("v2"));
        assertThat(names()).containsExactly("Tacos");
        assertThat(model.here(PresenceKind.VENDOR)).isEqualTo(1);
    }

    @Test
    void takesALaterStateForAllButWhenTheyWereSeen() {
        state(vendor("v1", PresenceStatus.ONLINE));
        diff(List.of(), List.of("v1"));
        state(vendor("v2", PresenceStatus.BUSY));
        assertThat(model.presenceOf(new VendorId("v1")))
                .hasValueSatisfying(
                        entry -> {
                            assertThat(entry.status()).isEqualTo(PresenceStatus.OFFLINE);
                            assertThat(entry.lastSeen()).isEqualTo(NOON);
                        });
        assertThat(names()).containsExactly("Arepas");
    }

    @Test
    void narrowsByTextAndStatus() {
        state(vendor("v1", PresenceStatus.ONLINE));
        model.queryProperty().set("arep");
        assertThat(names()).as("searched, so also who is offline").containsExactly("Arepas");
        model.queryProperty().set("");
        model.toggle(PresenceStatus.OFFLINE);
        assertThat(names()).containsExactly("Arepas");
        model.toggle(PresenceStatus.ONLINE);
        assertThat(names()).containsExactly("Arepas", "Tacos");
        model.queryProperty().set("nobody");
        assertThat(model.emptiness()).contains("nobody");
    }

    @Test
    void asksOnceWhenThoseWhoAreAwayWereSeen() {
        Instant then = NOON.minusSeconds(60);
        connection.answer(
                "/api/presence?vendors=v2",
                new PresencePage(List.of(entry("v2", PresenceStatus.OFFLINE, then)), null));
        state(vendor("v1", PresenceStatus.ONLINE));
        model.tick(List.of(new VendorId("v1"), new VendorId("v2")));
        model.tick(List.of(new VendorId("v1"), new VendorId("v2")));
        assertThat(connection.asked()).containsExactly("/api/presence?vendors=v2");
        assertThat(model.presenceOf(new VendorId("v2")).orElseThrow().lastSeen()).isEqualTo(then);
    }

    @Test
    void tellsHowManyWhereTheyAreTooManyAndShowsThoseSearchedOrSelected() {
        hear(
                Destinations.ALL_VENDORS_PRESENCE,
                MessageType.PRESENCE_STATE,
                new PresenceState(List.of(), Map.of(PresenceStatus.ONLINE, 900)));
        assertThat(model.here(PresenceKind.VENDOR)).isEqualTo(900);
        assertThat(names()).isEmpty();
        model.queryProperty().set("taco");
        assertThat(model.shown()).extracting(RosterRow::known).containsExactly(false);
        model.tick(List.of());
        hear(
                Destinations.presence(new VendorId("v1")),
                MessageType.PRESENCE_STATE,
                new PresenceState(List.of(vendor("v1", PresenceStatus.IDLE)), null));
        assertThat(model.shown()).extracting(RosterRow::status).containsOnly(PresenceStatus.IDLE);
        model.queryProperty().set("");
        assertThat(names()).isEmpty();
        model.select(new VendorId("v1"));
        assertThat(names()).containsExactly("Tacos");
    }

    @Test
    void watchesNeverTooMany() {
        hear(
                Destinations.ALL_VENDORS_PRESENCE,
                MessageType.PRESENCE_STATE,
                new PresenceState(List.of(), Map.of()));
        for (int screen = 0; screen < 20; screen++) {
            int first = screen * 20;
            model.tick(
                    IntStream.range(first, first + 20)
                            .mapToObj(i -> new VendorId("w" + i))
                            .toList());
        }
        assertThat(watched()).isEqualTo(120);
        state();
        model.tick(List.of());
        assertThat(watched()).as("all are named again").isZero();
    }

    @Test
    void findsAUserByItsIdWhereTheyAreTooMany() {
        model.kindProperty().set(PresenceKind.USER);
        hear(
                Destinations.ALL_USERS_PRESENCE,
                MessageType.PRESENCE_STATE,
                new PresenceState(List.of(), Map.of(PresenceStatus.ONLINE, 900)));
        model.queryProperty().set("ann@example.com");
        model.tick(List.of());
        assertThat(connection.hears(Destinations.presence(UserKey.of("ann@example.com")))).isTrue();
    }

    @Test
    void saysWhoElseLooksAtAVendor() {
        hear(
                Destinations.ALL_USERS_PRESENCE,
                MessageType.PRESENCE_STATE,
                new PresenceState(
                        List.of(
                                user("zoe", "vendor.v1"),
                                user("ann", "vendor.v1"),
                                user("bob", null)),
                        null));
        assertThat(model.viewersOf(new VendorId("v1"), "ann")).containsExactly("zoe");
        model.kindProperty().set(PresenceKind.USER);
        assertThat(model.shown())
                .extracting(RosterRow::viewing)
                .containsExactly("Tacos", "", "Tacos");
    }

    @Test
    void knowsWhenItMayBeIncomplete() {
        PresenceEntry sure = vendor("v1", PresenceStatus.ONLINE);
        state(new PresenceEntry(sure.kind(), "v1", sure.status(), sure.devices(), null, true));
        assertThat(model.degradedProperty().get()).isTrue();
        state(sure);
        assertThat(model.degradedProperty().get()).isFalse();
    }

    private long watched() {
        return IntStream.range(0, 400)
                .filter(i -> connection.hears(Destinations.presence(new VendorId("w" + i))))
                .count();
    }

    private List<String> names() {
        return model.shown().stream().map(RosterRow::name).toList();
    }

    private void state(PresenceEntry... entries) {
        hear(
                Destinations.ALL_VENDORS_PRESENCE,
                MessageType.PRESENCE_STATE,
                new PresenceState(List.of(entries), null));
    }

    private void diff(List<PresenceEntry> updates, List<String> leaves) {
        hear(
                Destinations.ALL_VENDORS_PRESENCE,
                MessageType.PRESENCE_DIFF,
                new PresenceDiff(List.of(), updates, leaves, null));
    }

    private void hear(String destination, MessageType type, Object payload) {
        connection.deliver(destination, new GatewayMessage(type, false, payload));
    }

    private static PresenceEntry vendor(String id, PresenceStatus status) {
        return entry(id, status, null);
    }

    private static PresenceEntry entry(
            String id, PresenceStatus status, @Nullable Instant lastSeen) {
        return new PresenceEntry(PresenceKind.VENDOR, id, status, List.of(), lastSeen, null);
    }

    private static PresenceEntry user(String id, @Nullable String viewing) {
        PresenceDevice device =
                new PresenceDevice("d", DeviceType.WEB, PresenceStatus.ONLINE, NOON, viewing, null);
        return new PresenceEntry(
                PresenceKind.USER, id, PresenceStatus.ONLINE, List.of(device), null, null);
    }
}
