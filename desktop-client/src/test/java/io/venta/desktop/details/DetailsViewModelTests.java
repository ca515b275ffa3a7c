package io.venta.desktop.details;

import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.fix;
import static io.venta.desktop.vendor.Updates.moving;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.vendor.Trail;
import io.venta.desktop.vendor.Vendors;
import io.venta.model.location.VendorId;
import io.venta.model.presence.DeviceType;
import io.venta.model.presence.PresenceDevice;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceStatus;
import io.venta.model.vendor.VendorUpdate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DetailsViewModelTests {

    private static final Clock CLOCK =
            Clock.fixed(NOON.plus(Duration.ofSeconds(4)), ZoneOffset.UTC);

    private final Vendors vendors = new Vendors(CLOCK);
    private final DetailsViewModel model =
            new DetailsViewModel(vendors, new RecordingConnection(), Runnable::run, CLOCK);

    @Test
    void describesTheSelectedAndKeepsUp() {
        vendors.hear(List.of(moving("v1", 37.764509, -122.45, 8, 44, NOON)));
        select("v1");
        assertThat(motion().speed()).isEqualTo("29\u2009km/h");
        assertThat(motion().age()).isEqualTo("4\u2009s");
        assertThat(motion().heading()).isEqualTo("north-east, 44°");
        assertThat(motion().position()).isEqualTo("37.76451°\u2009N, 122.45000°\u2009W");
        assertThat(motion().coordinates()).isEqualTo("37.76451, -122.45000");
        assertThat(motion().time()).isEqualTo("12:00:00");
        vendors.hear(List.of(moving("v1", 37.8, -122.45, 2, 359.6, NOON.plusSeconds(2))));
        assertThat(motion().speed()).isEqualTo("7\u2009km/h");
        assertThat(motion().heading()).isEqualTo("north, 0°");
    }

    @Test
    void tellsTheDateOfWhatWasNotToday() {
        vendors.hear(List.of(fix("v1", 1, 2, NOON.minus(Duration.ofDays(3)))));
        select("v1");
        assertThat(motion().time()).contains("2026");
        assertThat(motion().heading()).isEqualTo("–");
    }

    @Test
    void saysWhatTheProfileSays() {
        vendors.hear(
                List.of(
                        new VendorUpdate(
                                new VendorId("v1"), "Fogline", "Pour-over", "Cart", true, NOON)));
        select("v1");
        VendorDetails details = model.detailsProperty().get();
        assertThat(details).isNotNull();
        assertThat(details.name()).isEqualTo("Fogline");
        assertThat(details.type()).isEqualTo("Cart");
        assertThat(details.profile().description()).isEqualTo("Pour-over");
        assertThat(details.profile().serving()).isEqualTo("Open");
        assertThat(details.profile().changed()).isEqualTo("12:00:00");
        assertThat(details.motion()).isNull();
    }

    @Test
    void tellsItsDevicesApartFromItsPosition() {
        vendors.hear(List.of(fix("v1", 1, 2, NOON.minus(Duration.ofMinutes(20)))));
        vendors.present(id -> present(6));
        select("v1");
        VendorDetails.Presence presence =
                Objects.requireNonNull(model.detailsProperty().get()).presence();
        assertThat(presence).isNotNull();
        assertThat(presence.devices()).hasSize(4);
        assertThat(presence.devices().getFirst().name()).isEqualTo("phone");
        assertThat(presence.devices().getFirst().words()).isEqualTo("Idle · connected 4\u2009s");
        assertThat(presence.more()).isEqualTo("and 2 more devices");
        assertThat(presence.hint()).isEqualTo("Connected, but its position is 20\u2009min old.");
    }

    @Test
    void goesBackToLiveOnce() {
        vendors.hear(List.of(fix("v1", 1, 2, NOON)));
        select("v1");
        assertThat(model.trailProperty().get().fixes()).hasSize(1);
        assertThat(model.backToLive()).isFalse();
        model.scrubbedProperty().set(model.trailProperty().get().last());
        assertThat(model.backToLive()).isTrue();
        assertThat(model.scrubbedProperty().get()).isNull();
    }

    @Test
    void leavesTheTrailWithItsVendor() {
        vendors.hear(List.of(fix("v1", 1, 2, NOON)));
        select("v1");
        model.scrubbedProperty().set(model.trailProperty().get().last());
        model.close();
        assertThat(model.trailProperty().get()).isEqualTo(Trail.NONE);
        assertThat(model.scrubbedProperty().get()).isNull();
    }

    @Test
    void closesByDeselecting() {
        vendors.hear(List.of(fix("v1", 1, 2, NOON)));
        select("v1");
        assertThat(model.openProperty().get()).isTrue();
        model.close();
        assertThat(model.selectedProperty().get()).isNull();
        assertThat(model.openProperty().get()).isFalse();
        assertThat(model.detailsProperty().get()).isNull();
    }

    private static PresenceEntry present(int devices) {
        PresenceDevice device =
                new PresenceDevice("d", DeviceType.MOBILE, PresenceStatus.IDLE, NOON, null, null);
        return new PresenceEntry(
                PresenceKind.VENDOR,
                "v1",
                PresenceStatus.IDLE,
                Collections.nCopies(devices, device),
                null,
                null);
    }

    private void select(String id) {
        model.selectedProperty().set(vendors.find(new VendorId(id)).orElseThrow());
    }

    private VendorDetails.Motion motion() {
        VendorDetails details = model.detailsProperty().get();
        assertThat(details).isNotNull();
        VendorDetails.Motion motion = details.motion();
        assertThat(motion).isNotNull();
        return motion;
    }
}
