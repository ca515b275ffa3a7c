package io.venta.desktop.fleet;

import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.fix;
import static io.venta.desktop.vendor.Updates.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.fleet.FleetViewModel.Emptiness;
import io.venta.desktop.fleet.export.FleetExport;
import io.venta.desktop.vendor.TestClock;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FleetViewModelTests {

    private final Vendors vendors = new Vendors(new TestClock());
    private final FleetViewModel model =
            new FleetViewModel(
                    vendors,
                    Runnable::run,
                    new FleetExport(Runnable::run, Runnable::run, new TestClock()));

    @Test
    void ordersByName() {
        vendors.hear(
                List.of(
                        profile("v1", "Zephyr Falafel", "Truck"),
                        profile("v2", "Éclair Express", "Cart"),
                        profile("v3", "earl grey", "Cart")));
        assertThat(names()).containsExactly("earl grey", "Éclair Express", "Zephyr Falafel");
    }

    @Test
    void countsAsPeopleDo() {
        vendors.hear(
                List.of(
                        profile("v1", "bus-10", "Bus"),
                        profile("v2", "Bus-2", "Bus"),
                        profile("v3", "bus-2 b", "Bus"),
                        profile("v4", "bus", "Bus"),
                        profile("v5", "7 Seas", "Cart"),
                        profile("v6", "bus-0009", "Bus"),
                        profile("v7", "bus-123456789012345678901234567890", "Bus")));
        assertThat(names())
                .containsExactly(
                        "7 Seas",
                        "bus",
                        "Bus-2",
                        "bus-2 b",
                        "bus-0009",
                        "bus-10",
                        "bus-123456789012345678901234567890");
    }

    @Test
    void findsByNameTypeAndIdWhateverTheAccents() {
        vendors.hear(
                List.of(
                        profile("v1", "Brezn & Brühe", "Food truck"),
                        profile("v2", "Crêpes", "Cart"),
                        profile("v3", "Łódź Pierogi", "Truck")));
        model.queryProperty().set("BRUHE truck");
        assertThat(names()).containsExactly("Brezn & Brühe");
        model.queryProperty().set("lodz");
        assertThat(names()).containsExactly("Łódź Pierogi");
        model.queryProperty().set(" v2 ");
        assertThat(names()).containsExactly("Crêpes");
    }

    @Test
    void keepsItsRowsUnderThePointer() {
        vendors.hear(List.of(profile("v1", "Mango", "Cart")));
        model.pointedProperty().set(true);
        vendors.hear(List.of(profile("v2", "Apple", "Cart")));
        assertThat(names()).containsExactly("Mango");
        model.pointedProperty().set(false);
        assertThat(names()).containsExactly("Apple", "Mango");
    }

    @Test
    void searchesUnderThePointer() {
        vendors.hear(List.of(profile("v1", "Mango", "Cart"), profile("v2", "Apple", "Cart")));
        model.pointedProperty().set(true);
        model.queryProperty().set("man");
        assertThat(names()).containsExactly("Mango");
    }

    @Test
    void saysWhyItIsEmpty() {
        assertThat(model.emptinessProperty().get()).isEqualTo(Emptiness.LOADING);
        vendors.caughtUp(Set.of(), Set.of());
        assertThat(model.emptinessProperty().get()).isEqualTo(Emptiness.NO_VENDORS);
        vendors.hear(List.of(fix("v1", 1, 2, NOON)));
        assertThat(model.emptinessProperty().get()).isEqualTo(Emptiness.NONE);
        model.queryProperty().set("nobody");
        assertThat(model.emptinessProperty().get()).isEqualTo(Emptiness.NO_MATCHES);
    }

    @Test
    void followsAChangedName() {
        vendors.hear(List.of(fix("v1", 1, 2, NOON), fix("v2", 1, 2, NOON)));
        vendors.hear(List.of(profile("v1", "zz top", "Cart")));
        assertThat(names()).containsExactly("v2", "zz top");
    }

    private List<String> names() {
        return model.shown().stream().map(Vendor::name).toList();
    }
}
