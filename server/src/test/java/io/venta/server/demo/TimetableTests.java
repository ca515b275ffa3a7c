package io.venta.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimetableTests {

    private static final Instant START = Instant.parse("2026-03-14T09:26:53Z");
    private static final int TICKS = 4 * 60 * 10;

    private final List<DemoVendor> vendors = DemoFleetFile.vendors();
    private final Timetable timetable = new Timetable(vendors);

    @Test
    void hearsEveryVendorAtTheStart() {
        assertThat(timetable.first(START))
                .extracting(LocationUpdate::vendorId)
                .containsExactlyElementsOf(vendors.stream().map(DemoVendor::id).toList());
    }

    @Test
    void datesSilentVendorsBackAndNeverHearsThemAgain() {
        var silent = vendors.stream().filter(DemoVendor::silent).map(DemoVendor::id).toList();
        assertThat(timetable.first(START))
                .filteredOn(update -> silent.contains(update.vendorId()))
                .extracting(LocationUpdate::timestamp)
                .containsExactly(
                        START.minus(Duration.ofMinutes(47)), START.minus(Duration.ofMinutes(14)));
        assertThat(reportsOfTenMinutes().keySet()).doesNotContainAnyElementsOf(silent);
    }

    @Test
    void hearsParkedVendorsEveryTwentySeconds() {
        reportsOf(vendor -> vendor.movement() instanceof Parked)
                .forEach(
                        times ->
                                assertThat(gaps(times))
                                        .containsOnly(Duration.ofSeconds(20))
                                        .hasSizeGreaterThan(27));
    }

    @Test
    void hearsMovingVendorsEveryTwoSecondsAndAtLeastEveryTwenty() {
        reportsOf(vendor -> vendor.movement() instanceof Tour)
                .forEach(
                        times ->
                                assertThat(gaps(times))
                                        .allMatch(gap -> gap.toMillis() % 2_000 == 0)
                                        .allMatch(gap -> gap.toSeconds() <= 20)
                                        .filteredOn(gap -> gap.toSeconds() == 2)
                                        .hasSizeGreaterThan(times.size() * 3 / 4));
    }

    @Test
    void hearsAtOnceThatAVendorHasStopped() {
        Map<VendorId, List<LocationUpdate>> reports = reportsOfTenMinutes();
        reports.values().forEach(TimetableTests::assertNoneLeftMoving);
    }

    @Test
    void spreadsReportsEvenlyOverTicks() {
        var sizes =
                LongStream.range(0, TICKS)
                        .mapToInt(tick -> timetable.at(tick, timeOf(tick)).size())
                        .summaryStatistics();
        assertThat(sizes.getMax()).isLessThanOrEqualTo(5);
        assertThat(sizes.getAverage()).isBetween(2.0, 4.0);
    }

    private static void assertNoneLeftMoving(List<LocationUpdate> reports) {
        for (int i = 1; i < reports.size(); i++) {
            var before = reports.get(i - 1);
            var gap = Duration.between(before.timestamp(), reports.get(i).timestamp());
            assertThat(gap.toSeconds() <= 2 || Double.valueOf(0).equals(before.speed())).isTrue();
        }
    }

    private List<List<Instant>> reportsOf(Predicate<DemoVendor> which) {
        var reports = reportsOfTenMinutes();
        return vendors.stream()
                .filter(which.and(vendor -> !vendor.silent()))
                .map(vendor -> reports.getOrDefault(vendor.id(), List.of()))
                .map(updates -> updates.stream().map(LocationUpdate::timestamp).toList())
                .toList();
    }

    private Map<VendorId, List<LocationUpdate>> reportsOfTenMinutes() {
        return LongStream.range(0, TICKS)
                .boxed()
                .flatMap(tick -> timetable.at(tick, timeOf(tick)).stream())
                .collect(Collectors.groupingBy(LocationUpdate::vendorId));
    }

    private static Instant timeOf(long tick) {
        return START.plus(Timetable.TICK.multipliedBy(tick));
    }

    private static List<Duration> gaps(List<Instant> times) {
        var gaps = new ArrayList<Duration>();
        for (int i = 1; i < times.size(); i++) {
            gaps.add(Duration.between(times.get(i - 1), times.get(i)));
        }
        return gaps;
    }
}
