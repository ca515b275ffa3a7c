package io.venta.desktop.vendor;

import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.fix;
import static io.venta.desktop.vendor.Updates.moving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.TrailPoint;
import io.venta.model.location.VendorId;
import io.venta.model.location.VendorTrail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrailTests {

    @Test
    void tellsTheMotionThatWasNotMeasured() {
        Trail trail = trail(point(0, 52.0, 21.0), point(10, 52.0, 21.001));
        assertThat(trail.fixes().getFirst().speed()).isZero();
        Fix second = trail.fixes().get(1);
        assertThat(second.speed()).isEqualTo(6.85, within(0.05));
        assertThat(second.heading()).isEqualTo(90, within(0.1));
        assertThat(second.interval()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void beginsANewLineWhereItJumps() {
        Trail trail = trail(point(0, 52.0, 21.0), point(10, 52.1, 21.0), point(20, 52.1, 21.0));
        assertThat(trail.fixes()).extracting(Fix::jump).containsExactly(false, true, false);
    }

    @Test
    void takesEachMomentOnceAndInOrder() {
        Trail trail = trail(point(0, 52, 21), point(10, 52, 21), point(10, 53, 21), point(5, 1, 1));
        assertThat(seconds(trail)).containsExactly(0L, 10L);
        assertThat(trail.and(live(10, 53)).and(live(4, 53))).isSameAs(trail);
        assertThat(seconds(trail.and(live(20, 52)))).containsExactly(0L, 10L, 20L);
    }

    @Test
    void joinsWhatWasReadWithWhatWasHeardMeanwhile() {
        Trail heard = Trail.NONE.and(live(20, 52.0002)).and(live(30, 52.0003));
        Trail read = trail(point(0, 52, 21), point(10, 52.0001, 21), point(20, 52.0002, 21));
        Trail joined = heard.and(read);
        assertThat(seconds(joined)).containsExactly(0L, 10L, 20L, 30L);
        assertThat(joined.fixes())
                .extracting(fix -> fix.interval().toSeconds())
                .containsExactly(0L, 10L, 10L, 10L);
        assertThat(joined.and(read)).isEqualTo(joined);
    }

    @Test
    void tellsTheMotionOfTheFirstOneHeardFromWhatWasRead() {
        Trail joined = Trail.NONE.and(live(10, 52.001)).and(trail(point(0, 52, 21)));
        assertThat(joined.fixes().getLast().speed()).isEqualTo(11.1, within(0.1));
        assertThat(joined.fixes().getLast().heading()).isEqualTo(0, within(0.1));
    }

    @Test
    void keepsWhatWasMeasured() {
        Fix measured = Fix.of(moving("v1", 52, 21, 3, 44, at(10)), null);
        Trail joined = Trail.NONE.and(measured).and(trail(point(0, 51.9999, 21)));
        assertThat(joined.fixes().getLast().speed()).isEqualTo(3);
        assertThat(joined.fixes().getLast().heading()).isEqualTo(44);
    }

    @Test
    void staysSmallHoweverFastItIsTold() {
        Trail trail = Trail.NONE;
        for (int second = 0; second < 3_600; second++) {
            trail = trail.and(live(second, 52 + second / 1e6));
        }
        assertThat(trail.fixes()).hasSizeBetween(700, 1_000);
        assertThat(seconds(trail)).isSorted().doesNotHaveDuplicates();
        assertThat(trail.fixes().getLast().timestamp()).isEqualTo(at(3_599));
    }

    @Test
    void keepsBothEndsOfAJump() {
        Trail trail =
                Trail.NONE.and(live(0, 52)).and(live(1, 52)).and(live(2, 53)).and(live(3, 53));
        assertThat(seconds(trail.and(live(4, 53)))).containsExactly(0L, 1L, 2L, 4L);
    }

    @Test
    void losesNothingOfWhatTheServerThinned() {
        Trail read =
                trail(
                        IntStream.range(0, 720)
                                .mapToObj(i -> point(i * 5, 52, 21))
                                .toArray(TrailPoint[]::new));
        assertThat(read.and(Trail.NONE).fixes()).hasSize(720);
    }

    @Test
    void isBoundedForWhoJumpsWithEachFix() {
        TrailPoint[] wild =
                IntStream.range(0, 5_000)
                        .mapToObj(i -> point(i, i % 2 * 10, 21))
                        .toArray(TrailPoint[]::new);
        Trail trail = Trail.NONE.and(trail(wild));
        assertThat(trail.fixes()).hasSize(3_600);
        assertThat(trail.fixes().getLast().timestamp()).isEqualTo(at(4_999));
    }

    @Test
    void dropsWhatIsTooOld() {
        Trail trail = trail(point(0, 52, 21), point(10, 52, 21), point(20, 52, 21));
        assertThat(seconds(trail.since(at(10)))).containsExactly(10L, 20L);
        assertThat(trail.since(at(0))).isSameAs(trail);
        assertThat(trail.since(at(21))).isEqualTo(Trail.NONE);
        assertThat(Trail.NONE.last()).isNull();
    }

    private static Trail trail(TrailPoint... points) {
        return Trail.of(new VendorTrail(new VendorId("v1"), List.of(points)));
    }

    private static TrailPoint point(int second, double lat, double lng) {
        return new TrailPoint(new GeoPosition(lat, lng), null, null, at(second));
    }

    /** The first that is heard of a vendor, unmeasured. */
    private static Fix live(int second, double lat) {
        LocationUpdate update = fix("v1", lat, 21, at(second));
        return Fix.of(update, null);
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    private static Stream<Long> seconds(Trail trail) {
        return trail.fixes().stream()
                .map(fix -> Duration.between(NOON, fix.timestamp()).toSeconds());
    }
}
