package io.venta.desktop.vendor;

import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.fix;
import static io.venta.desktop.vendor.Updates.moving;
import static io.venta.desktop.vendor.Updates.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venta.model.location.VendorId;
import io.venta.model.location.VendorRemoved;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VendorsTests {

    private final TestClock clock = new TestClock();
    private final Vendors vendors = new Vendors(clock);

    @Test
    void joinsFixAndProfile() {
        vendors.hear(List.of(profile("v1", "Fogline Coffee", "Coffee cart")));
        vendors.hear(List.of(moving("v1", 37.7, -122.4, 8, 90, NOON)));
        Vendor vendor = vendor("v1");
        assertThat(vendor.name()).isEqualTo("Fogline Coffee");
        assertThat(vendor.status()).isEqualTo(VendorStatus.MOVING);
        assertThat(vendors.all()).containsExactly(vendor);
        assertThat(vendors.newestFixProperty().get()).isEqualTo(NOON);
    }

    @Test
    void callsAVendorByItsIdUntilItHasAName() {
        vendors.hear(List.of(fix("v1", 37.7, -122.4, NOON)));
        assertThat(vendor("v1").name()).isEqualTo("v1");
    }

    @Test
    void leavesOutWhatIsNotNewer() {
        vendors.hear(List.of(fix("v1", 37.7, -122.4, NOON)));
        vendors.hear(List.of(fix("v1", 38, -122, NOON), fix("v1", 39, -122, NOON.minusMillis(1))));
        assertThat(known("v1").position().lat()).isEqualTo(37.7);
    }

    @Test
    void forgetsTheRemoved() {
        vendors.hear(List.of(fix("v1", 37.7, -122.4, NOON), fix("v2", 37.7, -122.4, NOON)));
        vendors.hear(List.of(new VendorRemoved(new VendorId("v1"))));
        assertThat(vendors.all()).extracting(v -> v.id().value()).containsExactly("v2");
        assertThat(vendors.find(new VendorId("v1"))).isEmpty();
    }

    @Test
    void tellsMotionFromTwoFixes() {
        vendors.hear(List.of(fix("v1", 52.0, 21.0, NOON)));
        vendors.hear(List.of(fix("v1", 52.0, 21.001, NOON.plusSeconds(10))));
        assertThat(known("v1").speed()).isEqualTo(6.85, within(0.05));
        assertThat(known("v1").heading()).isEqualTo(90, within(0.1));
        assertThat(known("v1").jump()).isFalse();
    }

    @Test
    void seesAJumpForWhatItIs() {
        vendors.hear(List.of(fix("v1", 52.0, 21.0, NOON)));
        vendors.hear(List.of(fix("v1", 52.1, 21.0, NOON.plusSeconds(55))));
        assertThat(known("v1").jump()).isTrue();
    }

    @Test
    void changesAStateOnlyAfterItHeld() {
        vendors.hear(List.of(moving("v1", 37.7, -122.4, 8, 90, NOON)));
        clock.advance(Duration.ofSeconds(5));
        vendors.hear(List.of(moving("v1", 37.7, -122.4, 0, 90, clock.instant())));
        assertThat(vendor("v1").status()).isEqualTo(VendorStatus.MOVING);
        pass(2);
        assertThat(vendor("v1").status()).isEqualTo(VendorStatus.MOVING);
        pass(1);
        assertThat(vendor("v1").status()).isEqualTo(VendorStatus.STOPPED);
    }

    @Test
    void keepsTheStateThroughAFlicker() {
        vendors.hear(List.of(moving("v1", 37.7, -122.4, 8, 90, NOON)));
        clock.advance(Duration.ofSeconds(2));
        vendors.hear(List.of(moving("v1", 37.7, -122.4, 0, 90, clock.instant())));
        clock.advance(Duration.ofSeconds(2));
        vendors.hear(List.of(moving("v1", 37.7, -122.4, 8, 90, clock.instant())));
        pass(4);
        assertThat(vendor("v1").status()).isEqualTo(VendorStatus.MOVING);
    }

    @Test
    void goesStaleWhenOldAndLate() {
        vendors.hear(List.of(moving("v1", 37.7, -122.4, 8, 90, NOON)));
        pass(60);
        assertThat(vendor("v1").status()).isEqualTo(VendorStatus.MOVING);
        pass(30);
        assertThat(vendor("v1").status()).isEqualTo(VendorStatus.MOVING);
        pass(4);
        assertThat(vendor("v1").status()).isEqualTo(VendorStatus.STALE);
    }

    @Test
    void bearsTenSecondsOfSilenceEvenFromTheQuick() {
        Fix fix = Fix.of(moving("v1", 37.7, -122.4, 8, 90, NOON), null);
        Duration second = Duration.ofSeconds(1);
        assertThat(VendorStatus.of(fix, Duration.ofMillis(9_999), second))
                .isEqualTo(VendorStatus.MOVING);
        assertThat(VendorStatus.of(fix, Duration.ofSeconds(10), second)).isNull();
        assertThat(VendorStatus.of(fix, Duration.ofSeconds(91), second))
                .isEqualTo(VendorStatus.STALE);
    }

    @Test
    void takesALateRetainedFixOfAMovingVendorForMoving() {
        vendors.hear(List.of(moving("v1", 37.7, -122.4, 8, 90, NOON.minusSeconds(80))));
        assertThat(vendor("v1").status()).isEqualTo(VendorStatus.MOVING);
    }

    @Test
    void isPatientWithTheSlow() {
        for (int minute = 0; minute < 40; minute += 4) {
            clock.advance(Duration.ofMinutes(4));
            vendors.hear(List.of(moving("v1", 37.7, -122.4, 8, 90, clock.instant())));
        }
        pass(200);
        assertThat(vendor("v1").status()).isEqualTo(VendorStatus.MOVING);
    }

    @Test
    void tellsAnOldRetainedFixAtOnce() {
        vendors.hear(List.of(fix("v1", 37.7, -122.4, NOON.minus(Duration.ofHours(11)))));
        assertThat(vendor("v1").status()).isEqualTo(VendorStatus.STALE);
    }

    @Test
    void callsTheStaleOfflineOnceItIsSureThatNobodyIsConnected() {
        vendors.hear(List.of(fix("v1", 37.7, -122.4, NOON.minus(Duration.ofHours(1)))));
        vendors.present(id -> absent(id, true));
        pass(4);
        assertThat(vendor("v1").status()).isEqualTo(VendorStatus.STALE);
        vendors.present(id -> absent(id, null));
        pass(3);
        assertThat(vendor("v1").status()).isEqualTo(VendorStatus.STALE);
        pass(1);
        assertThat(vendor("v1").status()).isEqualTo(VendorStatus.OFFLINE);
        vendors.hear(List.of(fix("v1", 37.7, -122.4, clock.instant())));
        pass(3);
        assertThat(vendor("v1").status()).isEqualTo(VendorStatus.STOPPED);
    }

    @Test
    void tellsAgesToTheSecond() {
        vendors.hear(List.of(fix("v1", 37.7, -122.4, NOON.plusMillis(200))));
        assertThat(vendor("v1").ageProperty().get()).isZero();
        pass(3);
        assertThat(vendor("v1").ageProperty().get()).isEqualTo(Duration.ofSeconds(2));
    }

    private static PresenceEntry absent(VendorId id, @Nullable Boolean degraded) {
        return new PresenceEntry(
                PresenceKind.VENDOR, id.value(), PresenceStatus.OFFLINE, List.of(), null, degraded);
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.advance(Duration.ofSeconds(1));
            vendors.tick();
        }
    }

    private Vendor vendor(String id) {
        return vendors.find(new VendorId(id)).orElseThrow();
    }

    private Fix known(String id) {
        Fix fix = vendor(id).fix();
        assertThat(fix).isNotNull();
        return fix;
    }
}
