package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fleet.filter.FleetSort.By;
import io.venta.desktop.fleet.filter.Speeds;
import io.venta.desktop.fx.Ages;
import io.venta.desktop.vendor.Vendor;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * The wide list. Its cells hear of their vendor by weak listeners, as JavaFX's table makes them;
 * the order is the model's, which the heads ask for.
 */
final class VendorTable extends TableView<Vendor> {

    private static final double ROW_HEIGHT = 32;
    private static final double NARROWEST = 64;

    private final FleetViewModel model;

    VendorTable(FleetViewModel model) {
        this.model = model;
        setId("vendor-table");
        setAccessibleText(text("fleet.accessible"));
        setFixedCellSize(ROW_HEIGHT);
        setPlaceholder(new FleetPlaceholder(model));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        add(By.STATE, 100, VendorTable::state, StateCell::new);
        add(By.NAME, 264, Vendor::nameProperty, () -> new TextCell<>("name-cell", Names::oneLine));
        add(By.TYPE, 88, Vendor::typeProperty, () -> new TextCell<>("type-cell", Names::oneLine));
        add(By.SPEED, 84, VendorTable::speed, () -> new TextCell<>("figure-cell", speed -> speed));
        add(By.AGE, 64, Vendor::ageProperty, () -> new TextCell<>("figure-cell", Ages::format));
        add(By.PRESENCE, 128, VendorTable::presence, PresenceCell::new);
    }

    private <T extends @Nullable Object> void add(
            By by,
            double width,
            Function<Vendor, ObservableValue<T>> value,
            Supplier<TableCell<Vendor, T>> cell) {
        TableColumn<Vendor, T> column = new TableColumn<>();
        boolean figure = by == By.SPEED || by == By.AGE;
        column.setGraphic(new SortHeader(model, by, figure, column));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setMinWidth(NARROWEST);
        column.setCellValueFactory(row -> value.apply(row.getValue()));
        column.setCellFactory(each -> cell.get());
        getColumns().add(column);
    }

    private static ObservableValue<@Nullable StateValue> state(Vendor vendor) {
        return derived(
                () -> StateValue.of(vendor),
                vendor.statusProperty(),
                vendor.fixProperty(),
                vendor.alertedProperty());
    }

    private static ObservableValue<@Nullable String> speed(Vendor vendor) {
        return derived(() -> Speeds.text(vendor), vendor.statusProperty(), vendor.fixProperty());
    }

    private static ObservableValue<PresenceCell.@Nullable Value> presence(Vendor vendor) {
        return derived(
                () -> PresenceCell.Value.of(vendor),
                vendor.presenceProperty(),
                vendor.absenceProperty());
    }

    private static <T extends @Nullable Object> ObservableValue<T> derived(
            Callable<T> value, Observable... from) {
        return Bindings.createObjectBinding(value, from);
    }
}
