package io.venta.desktop.map.trail;

import static io.venta.desktop.vendor.Updates.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.map.projection.WebMercator;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Trail;
import io.venta.model.location.GeoPosition;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrailLineTests {

    private static final double LAT = 52.23;

    @Test
    void leavesOutWhatCannotBeToldApart() {
        Trail trail = eastward(3600, Duration.ofSeconds(1));
        assertThat(line(trail, 6).points()).hasSizeLessThan(30);
        int near = line(trail, 15).points().size();
        assertThat(near).isBetween(500, 3600);
        assertThat(line(trail, 19).points()).hasSize(3600);
    }

    @Test
    void breaksAtAJump() {
        List<Fix> fixes = new ArrayList<>(eastward(10, Duration.ofSeconds(10)).fixes());
        Fix before = fixes.get(5);
        fixes.set(
                5,
                new Fix(
                        before.position(),
                        before.speed(),
                        before.heading(),
                        before.timestamp(),
                        before.interval(),
                        true));
        TrailLine line = line(new Trail(fixes), 17);
        assertThat(line.points()).filteredOn(TrailLine.Point::first).hasSize(2);
    }

    @Test
    void keepsABreakThatLiesInALeftOutPoint() {
        List<Fix> fixes = new ArrayList<>();
        fixes.add(fix(21, NOON, false));
        fixes.add(fix(21, NOON.plusSeconds(10), true));
        fixes.add(fix(21.1, NOON.plusSeconds(20), false));
        TrailLine line = line(new Trail(fixes), 12);
        assertThat(line.points()).hasSize(3);
        assertThat(line.points().get(1).first()).isTrue();
        assertThat(line.points().get(2).first()).isFalse();
    }

    @Test
    void endsWhereTheMarkIsRatherThanAhead() {
        Trail trail = eastward(10, Duration.ofSeconds(10));
        Instant newest = trail.fixes().getLast().timestamp();
        TrailLine line = new TrailLine(trail, newest, view(15));
        assertThat(line.points()).hasSize(9);
        line.end(7, 8, newest, false);
        assertThat(line.points().getLast().x()).isEqualTo(7);
        assertThat(line.points().getLast().first()).isFalse();
    }

    @Test
    void writesTimesCloserTheNearerOneLooks() {
        Trail trail = eastward(360, Duration.ofSeconds(10));
        assertThat(step(trail, 6)).isEqualTo(Duration.ofMinutes(60));
        assertThat(step(trail, 11)).isEqualTo(Duration.ofMinutes(10));
        assertThat(step(trail, 12)).isEqualTo(Duration.ofMinutes(5));
        assertThat(step(trail, 18)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void putsTimesAtRoundMinutesOfTheLocalClock() {
        Trail trail = eastward(360, Duration.ofSeconds(10));
        for (ZoneId zone : List.of(ZoneId.of("UTC"), ZoneId.of("Asia/Kathmandu"))) {
            var ticks = TimeTicks.along(line(trail, 13), zone);
            assertThat(ticks).hasSizeGreaterThan(2);
            int step = (int) step(trail, 13).toMinutes();
            assertThat(ticks)
                    .allMatch(tick -> tick.at().atZone(zone).getMinute() % step == 0)
                    .allMatch(tick -> tick.at().atZone(zone).getSecond() == 0);
        }
    }

    @Test
    void writesOneTimeWhereTheVendorStoodStill() {
        List<Fix> fixes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            fixes.add(fix(21 + (i == 59 ? 0.3 : 0), NOON.plusSeconds(60L * i), false));
        }
        var ticks = TimeTicks.along(line(new Trail(fixes), 13), ZoneId.of("UTC"));
        assertThat(ticks).isNotEmpty();
        for (int i = 1; i < ticks.size(); i++) {
            assertThat(ticks.get(i).distance(ticks.get(i - 1))).isGreaterThanOrEqualTo(36);
        }
    }

    private static Duration step(Trail trail, double zoom) {
        return TimeTicks.step(line(trail, zoom));
    }

    private static TrailLine line(Trail trail, double zoom) {
        return new TrailLine(trail, Instant.MAX, view(zoom));
    }

    private static Viewport view(double zoom) {
        return new Viewport(WebMercator.x(21.1), WebMercator.y(LAT), zoom, 1000, 800);
    }

    /** At 10 m a second or so. */
    private static Trail eastward(int count, Duration apart) {
        List<Fix> fixes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long seconds = apart.toSeconds() * i;
            fixes.add(fix(21 + seconds * 0.00015, NOON.plusSeconds(seconds), false));
        }
        return new Trail(fixes);
    }

    private static Fix fix(double lng, Instant at, boolean jump) {
        return new Fix(new GeoPosition(LAT, lng), 10, 90, at, Duration.ofSeconds(10), jump);
    }
}
