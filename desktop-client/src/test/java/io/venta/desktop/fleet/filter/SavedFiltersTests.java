package io.venta.desktop.fleet.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.fleet.filter.FleetSort.By;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedFiltersTests {

    private static final FleetFilter MOVING =
            new FleetFilter("truck", Set.of(StateFilter.MOVING), PresenceFilter.CONNECTED);
    private static final FleetSort FASTEST = new FleetSort(By.SPEED, true);

    private final SavedFilters filters = new SavedFilters();

    @Test
    void comesBackAsItWasKept() {
        filters.save(new SavedFilter(" On the road ", MOVING, FASTEST));
        filters.save(new SavedFilter("All “of” them, \\ żółć", FleetFilter.NONE, FASTEST));
        SavedFilters later = new SavedFilters();
        later.storedProperty().set(filters.storedProperty().get());
        assertThat(later.all()).containsExactlyElementsOf(filters.all());
        assertThat(later.all().getFirst())
                .isEqualTo(new SavedFilter("On the road", MOVING, FASTEST));
    }

    @Test
    void replacesTheOneOfTheSameName() {
        filters.save(new SavedFilter("a", MOVING, FASTEST));
        filters.save(new SavedFilter("b", MOVING, FASTEST));
        filters.save(new SavedFilter("a", FleetFilter.NONE, FASTEST));
        assertThat(filters.all()).extracting(SavedFilter::name).containsExactly("a", "b");
        assertThat(filters.find(FleetFilter.NONE, FASTEST)).map(SavedFilter::name).contains("a");
    }

    @Test
    void renamesInItsPlaceAndForgets() {
        SavedFilter first = new SavedFilter("a", MOVING, FASTEST);
        filters.save(first);
        filters.save(new SavedFilter("b", FleetFilter.NONE, FASTEST));
        filters.rename(first, "b");
        assertThat(filters.all()).containsExactly(new SavedFilter("b", MOVING, FASTEST));
        filters.delete(filters.all().getFirst());
        assertThat(filters.all()).isEmpty();
        assertThat(filters.storedProperty().get()).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[{}]",
                "{\"name\":\"a\"}",
                "[{\"name\":\"\",\"filter\":null,\"sort\":null}]",
                "[{\"name\":\"a\",\"filter\":{\"text\":\"\",\"states\":[\"FLYING\"],\"presence\":\"ANY\"},"
                        + "\"sort\":{\"by\":\"NAME\",\"descending\":false}}]",
                "[{\"name\":\"a\",\"filter\":{\"text\":\"\",\"states\":[null],\"presence\":\"ANY\"},"
                        + "\"sort\":{\"by\":\"NAME\",\"descending\":false}}]"
            })
    void leavesWhatItHasWhereTheStoredIsBroken(String stored) {
        SavedFilter kept = new SavedFilter("a", MOVING, FASTEST);
        filters.save(kept);
        filters.storedProperty().set(stored);
        assertThat(filters.all()).containsExactly(kept);
    }

    @Test
    void knowsWhatANameIs() {
        assertThat(SavedFilter.isName("  ")).isFalse();
        assertThat(SavedFilter.isName("x".repeat(40))).isTrue();
        assertThat(SavedFilter.isName("x".repeat(41))).isFalse();
    }
}
