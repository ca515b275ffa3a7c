package io.venta.server.demo;

import static io.venta.server.demo.Metres.metresBetween;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Every route is driven once round, half a second at a time. */
class TourTests {

    private static final Instant START = Instant.parse("2026-03-14T09:26:53Z");
    private static final double STEP_SECONDS = 0.5;
    private static final double ROUNDING = 1e-6;
    private static final double CENTIMETRE = 0.01;

    static final List<Route> ROUTES = DemoFleetFile.routes();

    @ParameterizedTest
    @FieldSource("ROUTES")
    void staysOnItsRoute(Route route) {
        var legs = route.legs();
        assertThat(drive(route, Vehicle.VAN))
                .allSatisfy(
                        fix ->
                                assertThat(legs)
                                        .anyMatch(leg -> metresBetween(fix.position(), leg) < 0.5));
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void keepsToTheSpeedLimit(Route route) {
        assertThat(drive(route, Vehicle.VAN))
                .allSatisfy(fix -> assertThat(fix.speed()).isBetween(0.0, route.speedLimit()))
                .anySatisfy(fix -> assertThat(fix.speed()).isGreaterThan(route.speedLimit() * 0.9));
    }

    @ParameterizedTest
    @EnumSource(Vehicle.class)
    void speedsUpAndBrakesNoHarderThanItsVehicleCan(Vehicle vehicle) {
        for (Route route : ROUTES) {
            var fixes = drive(route, vehicle);
            for (int i = 1; i < fixes.size(); i++) {
                double change = (fixes.get(i).speed() - fixes.get(i - 1).speed()) / STEP_SECONDS;
                assertThat(change)
                        .isBetween(
                                -vehicle.braking() - ROUNDING, vehicle.acceleration() + ROUNDING);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void coversTheGroundItsSpeedSays(Route route) {
        var fixes = drive(route, Vehicle.SCOOTER);
        for (int i = 1; i < fixes.size(); i++) {
            var before = fixes.get(i - 1);
            var after = fixes.get(i);
            double moved = Leg.between(before.position(), after.position(), 1).length();
            assertThat(moved).isLessThan(STEP_SECONDS * route.speedLimit() + CENTIMETRE);
            if (before.heading() == after.heading()) {
                double expected = (before.speed() + after.speed()) / 2 * STEP_SECONDS;
                assertThat(moved).isCloseTo(expected, within(0.5));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void headsWhereItMoves(Route route) {
        var fixes = drive(route, Vehicle.BICYCLE);
        for (int i = 1; i < fixes.size(); i++) {
            var before = fixes.get(i - 1);
            var after = fixes.get(i);
            if (before.heading() == after.heading() && after.speed() > 1 && before.speed() > 1) {
                double moved = Leg.between(before.position(), after.position(), 1).heading();
                assertThat(Math.abs(moved - after.heading()) % 360)
                        .satisfiesAnyOf(
                                off -> assertThat(off).isLessThan(0.5),
                                off -> assertThat(off).isGreaterThan(359.5));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void standsAtEveryStopForItsTime(Route route) {
        long standing = drive(route, Vehicle.TRUCK).stream().filter(fix -> !fix.moving()).count();
        double dwells = route.dwells().stream().mapToInt(Integer::intValue).sum();
        assertThat(standing * STEP_SECONDS).isCloseTo(dwells, within(dwells / 20 + 2));
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void slowsDownForTurns(Route route) {
        var legs = route.legs();
        var fixes = drive(route, Vehicle.VAN);
        for (int i = 1; i < legs.size(); i++) {
            if (legs.get(i - 1).turnInto(legs.get(i)) > 60) {
                var corner = legs.get(i).from();
                assertThat(fixes)
                        .filteredOn(fix -> metresBetween(fix.position(), corner) < 2)
                        .isNotEmpty()
                        .allSatisfy(fix -> assertThat(fix.speed()).isLessThan(8));
            }
        }
    }

    @Test
    void comesRoundToWhereItStarted() {
        for (Route route : ROUTES) {
            var tour = new Tour(route, Vehicle.VAN, 0.3);
            var later = START.plusMillis(Math.round(tour.period() * 1_000));
            assertThat(metresBetween(tour.at(START).position(), tour.at(later).position()))
                    .isLessThan(0.1);
        }
    }

    @Test
    void tellsTheSameStoryTwice() {
        for (Route route : ROUTES) {
            assertThat(drive(route, Vehicle.VAN)).isEqualTo(drive(route, Vehicle.VAN));
        }
    }

    private static List<Fix> drive(Route route, Vehicle vehicle) {
        var tour = new Tour(route, vehicle, 0.25);
        return LongStream.rangeClosed(0, (long) (tour.period() / STEP_SECONDS))
                .mapToObj(step -> tour.at(START.plusMillis((long) (step * STEP_SECONDS * 1_000))))
                .toList();
    }
}
