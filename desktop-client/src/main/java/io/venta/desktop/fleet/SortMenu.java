package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fleet.filter.FleetSort;
import io.venta.desktop.fleet.filter.FleetSort.By;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** In which order the rows are, for who has no columns to click on. */
final class SortMenu extends MenuButton {

    SortMenu(FleetViewModel model) {
        setId("sort");
        Icons.dress(this, "icon-sort", "fleet.sort");
        for (By by : List.of(By.NAME, By.STATE, By.AGE, By.SPEED)) {
            RadioMenuItem item = new RadioMenuItem(text("fleet.sort." + by.key()));
            item.setId("sort-by-" + by.key());
            item.setOnAction(
                    event -> {
                        FleetSort now = model.sortProperty().get();
                        if (now.by() != by) {
                            model.sortProperty().set(now.picked(by));
                        }
                        item.setSelected(true);
                    });
            model.sortProperty().subscribe(sort -> item.setSelected(sort.by() == by));
            getItems().add(item);
        }
        CheckMenuItem reverse = new CheckMenuItem(text("fleet.sort.reverse"));
        reverse.setId("sort-reverse");
        reverse.setOnAction(
                event -> {
                    FleetSort now = model.sortProperty().get();
                    model.sortProperty().set(new FleetSort(now.by(), !now.descending()));
                });
        model.sortProperty().subscribe(sort -> reverse.setSelected(sort.descending()));
        getItems().addAll(new SeparatorMenuItem(), reverse);
    }
}
