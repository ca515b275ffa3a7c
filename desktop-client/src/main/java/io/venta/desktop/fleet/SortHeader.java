package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fleet.filter.FleetSort;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** A column's head: a button, so that keys reach it, with an arrow where the order goes by it. */
final class SortHeader extends Button {

    private static final PseudoClass SORTED = PseudoClass.getPseudoClass("sorted");

    SortHeader(FleetViewModel model, FleetSort.By by, boolean figure, TableColumn<?, ?> column) {
        String words = text("fleet.sort." + by.key());
        setText(words);
        setId("head-" + by.key());
        getStyleClass().addAll("flat", "sort-head");
        Region arrow = new Region();
        arrow.getStyleClass().addAll("icon", "icon-sorted");
        setGraphic(arrow);
        setContentDisplay(figure ? ContentDisplay.LEFT : ContentDisplay.RIGHT);
        setAlignment(figure ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        prefWidthProperty().bind(column.widthProperty());
        String hint = text("fleet.sort.hint", words);
        setTooltip(new Tooltip(by == FleetSort.By.STATE ? hint + "\n\n" + rules() : hint));
        setOnAction(event -> model.sortProperty().set(model.sortProperty().get().picked(by)));
        model.sortProperty()
                .subscribe(
                        sort -> {
                            boolean sorted = sort.by() == by;
                            pseudoClassStateChanged(SORTED, sorted);
                            arrow.setVisible(sorted);
                            arrow.setRotate(sort.descending() ? 180 : 0);
                            setAccessibleText(
                                    sorted
                                            ? text(
                                                    sort.descending()
                                                            ? "fleet.sort.descending"
                                                            : "fleet.sort.ascending",
                                                    words)
                                            : hint);
                        });
    }

    private static String rules() {
        return Stream.of("moving.rule", "stopped.rule", "stale.rule", "offline.rule", "held")
                .map(key -> text("status." + key))
                .collect(Collectors.joining("\n"));
    }
}
