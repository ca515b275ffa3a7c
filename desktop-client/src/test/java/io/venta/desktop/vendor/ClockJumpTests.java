package io.venta.desktop.vendor;

import static io.venta.desktop.vendor.Updates.moving;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.connection.SteadyClock;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of ages and states where somebody sets this computer's clock. */
class ClockJumpTests {

    private static final Duration HOUR = Duration.ofHours(1);

    private final SettableClock wall = new SettableClock();
    private final AtomicLong nanos = new AtomicLong();
    private final SteadyClock clock = new SteadyClock(wall, nanos::get, ZoneOffset.UTC);
    private final Vendors vendors = new Vendors(clock);

    @BeforeEach
    void hear() {
        hear("new", clock.instant());
        hear("old", clock.instant().minus(HOUR));
        assertStates(VendorStatus.MOVING, VendorStatus.STALE);
    }

    @Test
    void takesNoOldFixForFreshWhereTheClockIsSetBack() {
        wall.set(wall.instant().minus(HOUR));
        pass(5);
        assertStates(VendorStatus.MOVING, VendorStatus.STALE);
        assertThat(vendor("old").ageProperty().get()).isEqualTo(HOUR.plusSeconds(5));
        assertThat(vendor("new").ageProperty().get()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void takesNoFreshFixForOldOnceTheServerHasSpoken() {
        Instant serverTime = clock.instant();
        wall.advance(HOUR);
        pass(1);
        clock.hear(clock.instant(), serverTime.plusSeconds(1), Duration.ZERO);
        pass(4);
        assertStates(VendorStatus.MOVING, VendorStatus.STALE);
        assertThat(vendor("new").ageProperty().get()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void holdsNoStateBackBecauseTheClockWas() {
        hear("new", clock.instant().plusMillis(1), 0);
        pass(1);
        clock.hear(clock.instant(), clock.instant().minusSeconds(30), Duration.ZERO);
        pass(4);
        assertStates(VendorStatus.STOPPED, VendorStatus.STALE);
    }

    @Test
    void takesForOldWhatWasHeardBeforeASleep() {
        wall.advance(HOUR);
        pass(4);
        assertStates(VendorStatus.STALE, VendorStatus.STALE);
    }

    private void hear(String id, Instant at) {
        hear(id, at, 8);
    }

    private void hear(String id, Instant at, double speed) {
        vendors.hear(List.of(moving(id, 37.7, -122.4, speed, 90, at)));
    }

    private void assertStates(VendorStatus fresh, VendorStatus old) {
        assertThat(vendor("new").status()).isEqualTo(fresh);
        assertThat(vendor("old").status()).isEqualTo(old);
    }

    private Vendor vendor(String id) {
        return vendors.find(new io.venta.model.location.VendorId(id)).orElseThrow();
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            wall.advance(Duration.ofSeconds(1));
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            vendors.tick();
        }
    }
}
