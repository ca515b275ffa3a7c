package io.venta.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.location.LocationUpdate;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class FleetFixesTests {

    @Test
    void comesInTheOrderOfTime() {
        assertThat(FleetFixes.all())
                .hasSizeGreaterThan(10_000)
                .isSortedAccordingTo(Comparator.comparing(LocationUpdate::timestamp));
    }

    @Test
    void startsWithTheRecordingWhereOldFixesAreLeftOut() {
        var recorded = FleetFixes.recorded(2_000);
        assertThat(recorded).hasSize(2_000);
        assertThat(recorded.getFirst().timestamp()).isAfter(Instant.parse("2024-01-25T15:00:00Z"));
    }

    @Test
    void hasWarts() {
        var fixes = FleetFixes.all();
        assertThat(new HashSet<>(fixes)).as("duplicates").hasSizeLessThan(fixes.size());
        assertThat(fixes.getFirst().timestamp())
                .as("stale ones")
                .isBefore(fixes.getLast().timestamp().minusSeconds(3 * 3600));
    }

    @Test
    void makesTheSameFleetOfTheSameSeed() {
        var fixes = new SyntheticFleet(1).fixes();
        assertThat(new SyntheticFleet(1).fixes()).isEqualTo(fixes);
        assertThat(new SyntheticFleet(2).fixes()).isNotEqualTo(fixes);
    }

    @Test
    void findsTheNewestOfEachVendor() {
        var fixes = FleetFixes.recorded(2_000);
        var newest = FleetFixes.newest(fixes);
        assertThat(newest.values()).isSubsetOf(fixes);
        for (var fix : fixes) {
            assertThat(newest)
                    .hasEntrySatisfying(
                            fix.vendorId(),
                            best -> assertThat(best.timestamp()).isAfterOrEqualTo(fix.timestamp()));
        }
    }
}
