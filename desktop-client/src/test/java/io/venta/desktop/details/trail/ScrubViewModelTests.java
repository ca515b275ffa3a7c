package io.venta.desktop.details.trail;

import static io.venta.desktop.details.trail.Trails.answer;
import static io.venta.desktop.details.trail.Trails.point;
import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.moving;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.TestClock;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScrubViewModelTests {

    private final RecordingConnection connection = new RecordingConnection();
    private final TestClock clock = new TestClock();
    private final Vendors vendors = new Vendors(clock);
    private final TrailViewModel hour = new TrailViewModel(connection, Runnable::run, clock);
    private final ScrubViewModel model = new ScrubViewModel(hour, clock);

    @BeforeEach
    void select() {
        hear(-60);
        connection.answer(
                "/api/vendors/v1/trail?since=2026-11-20T11:00:00Z",
                answer("v1", point(-3_000, 5), point(-600, 5), point(-590, 10), point(-60, 5)));
        hour.select(vendor());
    }

    @Test
    void goesToTheNearestFix() {
        model.to(NOON.minusSeconds(500));
        assertThat(second()).isEqualTo(-590);
        model.to(NOON.minusSeconds(3_600));
        assertThat(second()).isEqualTo(-3_000);
        model.to(NOON.minusSeconds(1));
        assertThat(second()).isEqualTo(-60);
        model.to(NOON);
        assertThat(second()).isNull();
    }

    @Test
    void stepsFromFixToFix() {
        model.step(-1);
        assertThat(second()).isEqualTo(-590);
        model.step(-2);
        assertThat(second()).isEqualTo(-3_000);
        model.step(-1);
        assertThat(second()).isEqualTo(-3_000);
        model.step(2);
        assertThat(second()).isEqualTo(-590);
        model.step(1);
        assertThat(second()).isNull();
    }

    @Test
    void stepsThroughTimeAndOverGaps() {
        model.step(Duration.ofMinutes(-5));
        assertThat(second()).isEqualTo(-590);
        model.step(Duration.ofMinutes(-5));
        assertThat(second()).isEqualTo(-600);
        model.step(Duration.ofMinutes(-5));
        assertThat(second()).isEqualTo(-3_000);
        model.step(Duration.ofMinutes(5));
        assertThat(second()).isEqualTo(-600);
        model.step(Duration.ofMinutes(30));
        assertThat(second()).isNull();
        model.toOldest();
        assertThat(second()).isEqualTo(-3_000);
    }

    @Test
    void staysWhereItIsWhileNewOnesCome() {
        model.step(-1);
        hear(-5);
        hear(-1);
        assertThat(second()).isEqualTo(-590);
        assertThat(words()).isEqualTo("11:50:10 · 36\u2009km/h · north, 0°");
    }

    @Test
    void movesOnWithTheHourFromWhatIsTooOld() {
        model.toOldest();
        clock.advance(Duration.ofMinutes(11));
        hour.tick();
        assertThat(second()).isEqualTo(-600);
        clock.advance(Duration.ofHours(1));
        hour.tick();
        assertThat(second()).isNull();
    }

    @Test
    void hasNowhereToGoWithoutATrail() {
        hour.select(null);
        model.step(-1);
        model.step(Duration.ofMinutes(-5));
        model.toOldest();
        model.to(NOON.minusSeconds(10));
        assertThat(second()).isNull();
    }

    private void hear(int second) {
        vendors.hear(List.of(moving("v1", 52 + second / 1e5, 21, 5, 0, NOON.plusSeconds(second))));
    }

    private Vendor vendor() {
        return vendors.all().getFirst();
    }

    private String words() {
        Fix fix = model.scrubbedProperty().get();
        return fix == null ? "" : model.words(fix);
    }

    private @Nullable Integer second() {
        Fix fix = model.scrubbedProperty().get();
        return fix == null ? null : (int) Duration.between(NOON, fix.timestamp()).toSeconds();
    }
}
