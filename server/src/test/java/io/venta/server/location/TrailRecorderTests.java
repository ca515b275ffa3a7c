package io.venta.server.location;

import static io.venta.server.location.TestFixes.at;
import static io.venta.server.location.TestFixes.fix;
import static io.venta.server.location.TestFixes.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.model.location.TrailPoint;
import io.venta.model.location.VendorId;
import io.venta.server.topic.RetainedValue;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrailRecorderTests {

    private static final VendorId V1 = new VendorId("v1");

    private final SettableClock clock = new SettableClock();
    private final StubTrails store = new StubTrails(clock);
    private final TrailRecorder recorder = new TrailRecorder(store, TestFixes.SETTINGS, clock);
    private int read;

    @Test
    void recordsTheFirstFixOfEachSlotAndReadsNoOther() {
        IntStream.range(0, 12).forEach(i -> record("v1", i));

        recorder.flush();

        assertThat(trail()).containsExactly(point(0), point(5), point(10));
        assertThat(read).isEqualTo(3);
        assertThat(meter("venta.trail.stored")).isEqualTo(3);
    }

    @Test
    void writesByItselfAndWhatWaitsBeforeItStops() {
        recorder.start();
        record("v1", 0);
        await().untilAsserted(() -> assertThat(trail()).containsExactly(point(0)));

        record("v1", 5);
        recorder.stop();

        assertThat(trail()).containsExactly(point(0), point(5));
        assertThat(recorder.isRunning()).isFalse();
    }

    @Test
    void ignoresFixesThatAreOlderThanTrailsReach() {
        recordAt(at(-3601));
        recordAt(Instant.EPOCH);
        recordAt(Instant.parse("-999999999-01-01T00:00:00Z"));
        record("v1", -3600);
        record("v1", 60);

        recorder.flush();

        assertThat(trail()).containsExactly(point(-3600), point(60));
    }

    @Test
    void leavesTheRestToTheStoreOnceItHasForgottenAVendor() {
        record("v1", 0);
        clock.advance(Duration.ofMinutes(3));
        recorder.flush();

        record("v1", 4);
        recorder.flush();

        assertThat(read).as("looked at again").isEqualTo(2);
        assertThat(trail()).containsExactly(point(0));
        assertThat(recorder.stored()).isEqualTo(1);
    }

    @Test
    void keepsWhatCannotBeWrittenUntilTheStoreIsBack() {
        store.setAway(true);
        record("v1", 0);
        recorder.flush();
        record("v1", 5);
        recorder.flush();
        assertThat(meter("venta.trail.pending")).isEqualTo(2);

        store.setAway(false);
        recorder.flush();

        assertThat(trail()).containsExactly(point(0), point(5));
        assertThat(meter("venta.trail.pending")).isZero();
        assertThat(meter("venta.trail.dropped")).isZero();
    }

    @Test
    void removesAVendorsTrailThoughTheStoreWasAway() {
        record("v1", 0);
        recorder.flush();
        store.setAway(true);
        record("v1", 5);
        recorder.remove(V1, at(6));
        recorder.flush();
        record("v1", 10);

        store.setAway(false);
        recorder.flush();

        assertThat(trail()).containsExactly(point(10));
    }

    @Test
    void recordsNothingWhereTrailsAreSwitchedOff() {
        var off = new TrailSettings(Duration.ZERO, Duration.ofSeconds(5));
        var switchedOff = new TrailRecorder(store, off, clock);
        store.setAway(true);

        switchedOff.record(value("v1", at(0)), _ -> fix("v1", 0));
        switchedOff.remove(V1, at(1));
        switchedOff.flush();

        assertThat(switchedOff.pending()).isZero();
    }

    private void record(String vendor, double seconds) {
        recorder.record(
                value(vendor, at(seconds)),
                _ -> {
                    read++;
                    return fix(vendor, seconds);
                });
    }

    private void recordAt(Instant moment) {
        recorder.record(
                value("v1", moment),
                _ -> {
                    throw new AssertionError("Nobody wants it");
                });
    }

    private static RetainedValue value(String vendor, Instant at) {
        return new RetainedValue(vendor, at, SettableClock.START, new byte[0]);
    }

    private List<TrailPoint> trail() {
        return store.find(V1, Instant.EPOCH);
    }

    private double meter(String name) {
        var meters = new SimpleMeterRegistry();
        new TrailMetrics(recorder).bindTo(meters);
        return meters.get(name).meter().measure().iterator().next().getValue();
    }
}
