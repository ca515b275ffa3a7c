package io.venta.desktop.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.fleet.export.FleetExport;
import io.venta.desktop.fleet.filter.FleetFilter;
import io.venta.desktop.fleet.filter.FleetSort;
import io.venta.desktop.fleet.filter.FleetSort.By;
import io.venta.desktop.fleet.filter.PresenceFilter;
import io.venta.desktop.fleet.filter.StateFilter;
import io.venta.desktop.vendor.TestClock;
import io.venta.desktop.vendor.Vendors;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastArrangementTests {

    private static final FleetFilter LEFT =
            new FleetFilter(
                    "arepas",
                    Set.of(StateFilter.MOVING, StateFilter.ALERTED),
                    PresenceFilter.CONNECTED);
    private static final FleetSort OLDEST = new FleetSort(By.AGE, true);

    private final FleetViewModel model = model();
    private final LastArrangement last = new LastArrangement(model);

    @Test
    void isFoundAgainButForTheWords() {
        model.apply(LEFT, OLDEST);
        FleetViewModel later = model();
        new LastArrangement(later).storedProperty().set(last.storedProperty().get());
        assertThat(later.sortProperty().get()).isEqualTo(OLDEST);
        assertThat(later.filter()).isEqualTo(LEFT.without(FleetFilter.Part.TEXT));
    }

    @Test
    void leavesTheWordsThatAreThere() {
        model.queryProperty().set("brezn");
        last.storedProperty().set(stored("MOVING", "arepas"));
        assertThat(model.filter())
                .isEqualTo(
                        new FleetFilter("brezn", Set.of(StateFilter.MOVING), PresenceFilter.ANY));
    }

    @Test
    void followsEachStep() {
        model.toggle(StateFilter.OFFLINE);
        String filtered = last.storedProperty().get();
        model.toggle(StateFilter.OFFLINE);
        String all = last.storedProperty().get();
        last.storedProperty().set(filtered);
        assertThat(model.statesProperty().get()).containsExactly(StateFilter.OFFLINE);
        last.storedProperty().set(all);
        assertThat(model.statesProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "[]", "42", "{}", "{\"filter\":null,\"sort\":null}"})
    void staysAsItIsWhereTheStoredIsBroken(String stored) {
        last.storedProperty().set(stored);
        assertThat(model.filter()).isEqualTo(FleetFilter.NONE);
        assertThat(model.sortProperty().get()).isEqualTo(FleetSort.BY_NAME);
    }

    @Test
    void staysAsItIsWhereAStateIsUnknown() {
        last.storedProperty().set(stored("FLYING", ""));
        assertThat(model.filter()).isEqualTo(FleetFilter.NONE);
        last.storedProperty().set(stored("MOVING", ""));
        assertThat(model.statesProperty().get()).containsExactly(StateFilter.MOVING);
    }

    private static String stored(String state, String text) {
        return """
        {"filter":{"text":"%s","states":["%s"],"presence":"ANY"},"sort":{"by":"NAME","descending":false}}
        """
                .formatted(text, state);
    }

    private static FleetViewModel model() {
        TestClock clock = new TestClock();
        return new FleetViewModel(
                new Vendors(clock),
                Runnable::run,
                new FleetExport(Runnable::run, Runnable::run, clock));
    }
}
