package io.venta.desktop.fleet;

import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.moving;
import static io.venta.desktop.vendor.Updates.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.fleet.export.FleetExport;
import io.venta.desktop.fleet.filter.FleetFilter;
import io.venta.desktop.fleet.filter.FleetFilter.Part;
import io.venta.desktop.fleet.filter.FleetSort;
import io.venta.desktop.fleet.filter.FleetSort.By;
import io.venta.desktop.fleet.filter.PresenceFilter;
import io.venta.desktop.fleet.filter.SavedFilter;
import io.venta.desktop.fleet.filter.StateFilter;
import io.venta.desktop.vendor.TestClock;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import io.venta.model.location.VendorId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the list does as time passes, as filters change, and with what is selected. */
class FleetSelectionTests {

    private final TestClock clock = new TestClock();
    private final Vendors vendors = new Vendors(clock);
    private final FleetViewModel model =
            new FleetViewModel(
                    vendors, Runnable::run, new FleetExport(Runnable::run, Runnable::run, clock));
    private final List<String> arranged = new ArrayList<>();

    @BeforeEach
    void hear() {
        vendors.hear(
                List.of(
                        moving("slow", 1, 2, 2, 0, NOON),
                        moving("fast", 1, 2, 20, 0, NOON),
                        moving("still", 1, 2, 0, 0, NOON),
                        profile("nowhere", "nowhere", "Cart")));
        model.tick();
        model.shown().addListener((ListChangeListener<Vendor>) change -> arranged.add(names()));
    }

    @Test
    void arrangesByWhatChangesOnceASecond() {
        model.sortProperty().set(new FleetSort(By.SPEED, true));
        assertThat(arranged).containsExactly("fast slow still nowhere");
        clock.advance(Duration.ofSeconds(1));
        vendors.hear(List.of(moving("slow", 1, 2, 30, 0, clock.instant())));
        assertThat(arranged).hasSize(1);
        tick();
        assertThat(arranged).last().isEqualTo("slow fast still nowhere");
        tick();
        assertThat(arranged).hasSize(2);
    }

    @Test
    void letsAStateWaitUnderThePointerButCountsIt() {
        model.toggle(StateFilter.MOVING);
        assertThat(names()).isEqualTo("fast slow");
        model.pointedProperty().set(true);
        clock.advance(Duration.ofSeconds(5));
        vendors.hear(List.of(moving("still", 1, 2, 9, 0, clock.instant())));
        for (int second = 0; second < 4; second++) {
            tick();
        }
        assertThat(names()).isEqualTo("fast slow");
        assertThat(model.countsProperty().get()).containsEntry(StateFilter.MOVING, 3);
        model.pointedProperty().set(false);
        assertThat(names()).isEqualTo("fast slow still");
    }

    @Test
    void takesASavedFilterInOneStep() {
        FleetFilter moving = new FleetFilter("s", Set.of(StateFilter.MOVING), PresenceFilter.ANY);
        model.apply(new SavedFilter("m", moving, new FleetSort(By.NAME, true)));
        assertThat(arranged).containsExactly("slow fast");
        assertThat(model.filter()).isEqualTo(moving);
        assertThat(model.queryProperty().get()).isEqualTo("s");
    }

    @Test
    void saysWhichPartAloneKeepsEverybodyOut() {
        model.queryProperty().set("cart");
        model.toggle(StateFilter.MOVING);
        model.queryProperty().set("nobody");
        assertThat(model.culprit()).isEqualTo(Part.TEXT);
        model.queryProperty().set("slow");
        model.statesProperty().set(Set.of(StateFilter.OFFLINE));
        assertThat(model.culprit()).isEqualTo(Part.STATES);
        model.queryProperty().set("nobody");
        assertThat(model.culprit()).isNull();
        model.apply(new FleetFilter("", Set.of(), PresenceFilter.CONNECTED), FleetSort.BY_NAME);
        assertThat(model.culprit()).isEqualTo(Part.PRESENCE);
    }

    @Test
    void keepsTheLeadAndLetsTheHiddenGo() {
        model.choose(List.of(vendor("fast"), vendor("slow"), vendor("still")), vendor("still"));
        model.queryProperty().set("s");
        assertThat(model.selection()).hasSize(3);
        model.toggle(StateFilter.MOVING);
        assertThat(model.selection()).containsExactly(vendor("fast"), vendor("slow"));
        assertThat(model.selectedProperty().get()).isSameAs(vendor("still"));
        model.queryProperty().set("nobody");
        assertThat(model.selection()).isEmpty();
        model.apply(FleetFilter.NONE, FleetSort.BY_NAME);
        assertThat(model.selection()).containsExactly(vendor("still"));
    }

    @Test
    void followsWhoIsChosenElsewhere() {
        model.choose(List.of(vendor("fast"), vendor("slow")), vendor("slow"));
        model.selectedProperty().set(vendor("fast"));
        assertThat(model.selection()).containsExactly(vendor("fast"), vendor("slow"));
        model.selectedProperty().set(vendor("still"));
        assertThat(model.selection()).containsExactly(vendor("still"));
        model.selectedProperty().set(null);
        assertThat(model.selection()).isEmpty();
    }

    private void tick() {
        clock.advance(Duration.ofSeconds(1));
        vendors.tick();
        model.tick();
    }

    private Vendor vendor(String id) {
        return vendors.find(new VendorId(id)).orElseThrow();
    }

    private String names() {
        return String.join(" ", model.shown().stream().map(Vendor::name).toList());
    }
}
