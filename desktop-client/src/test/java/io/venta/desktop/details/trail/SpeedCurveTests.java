package io.venta.desktop.details.trail;

import static io.venta.desktop.details.trail.Trails.answer;
import static io.venta.desktop.details.trail.Trails.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venta.desktop.details.trail.SpeedCurve.Point;
import io.venta.desktop.vendor.Trail;
import io.venta.model.location.GeoPosition;
import io.venta.model.location.TrailPoint;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpeedCurveTests {

    @Test
    void isOneLineWhileItReports() {
        SpeedCurve curve = curve(300, point(0, 5), point(60, 10), point(120, 5));
        assertThat(curve.lines()).hasSize(1);
        assertThat(curve.lines().getFirst())
                .extracting(Point::kmh)
                .containsExactly(18.0, 36.0, 18.0);
        assertThat(curve.highest()).isEqualTo(36);
    }

    @Test
    void hasAGapAfterASilence() {
        SpeedCurve curve = curve(300, point(0, 5), point(60, 5), point(240, 5), point(300, 5));
        assertThat(curve.lines()).extracting(List::size).containsExactly(2, 2);
    }

    @Test
    void knowsWhoReportsSeldom() {
        TrailPoint[] seldom =
                IntStream.range(0, 10).mapToObj(i -> point(i * 240, 5)).toArray(TrailPoint[]::new);
        assertThat(curve(300, seldom).lines()).hasSize(1);
    }

    @Test
    void hasAGapAtAJump() {
        TrailPoint elsewhere =
                new TrailPoint(new GeoPosition(10, 10), null, 5.0, point(60, 5).timestamp());
        SpeedCurve curve = curve(300, point(0, 5), elsewhere, point(120, 5));
        assertThat(curve.lines()).extracting(List::size).containsExactly(1, 1, 1);
    }

    @Test
    void keepsTheExtremesOfWhatSharesAColumn() {
        TrailPoint[] busy =
                IntStream.range(0, 720)
                        .mapToObj(i -> point(i * 5, i == 333 ? 30 : i == 334 ? 0 : 10))
                        .toArray(TrailPoint[]::new);
        SpeedCurve curve = curve(100, busy);
        List<Point> line = curve.lines().getFirst();
        assertThat(line).hasSizeLessThan(110);
        assertThat(line).extracting(Point::kmh).contains(0.0);
        assertThat(line.stream().mapToDouble(Point::kmh).max()).hasValue(curve.highest());
        assertThat(line).extracting(Point::second).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void hasNoMoreLinesThanColumnsHoweverItJumps() {
        TrailPoint[] wild =
                IntStream.range(0, 3_000)
                        .mapToObj(
                                i ->
                                        new TrailPoint(
                                                new GeoPosition(i % 2 * 10, 1),
                                                null,
                                                5.0,
                                                point(i, 5).timestamp()))
                        .toArray(TrailPoint[]::new);
        assertThat(curve(100, wild).lines()).hasSizeBetween(2, 51);
    }

    @Test
    void isNothingWithoutFixes() {
        SpeedCurve curve = SpeedCurve.of(Trail.NONE, 0);
        assertThat(curve.lines()).isEmpty();
        assertThat(curve.highest()).isCloseTo(0, within(1e-9));
    }

    private static SpeedCurve curve(double pixels, TrailPoint... points) {
        return SpeedCurve.of(Trail.of(answer("v1", points)), pixels);
    }
}
