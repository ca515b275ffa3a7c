package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fleet.filter.StateFilter;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A chip for each state with how many vendors are in it; without any pressed all are shown. Where
 * there is room a chip says its state in words too.
 */
final class StateChips extends HBox {

    private static final List<StateFilter> CHIPS =
            List.of(
                    StateFilter.MOVING,
                    StateFilter.STOPPED,
                    StateFilter.STALE,
                    StateFilter.OFFLINE,
                    StateFilter.ALERTED);
    private static final int SHORT = 10_000;

    private final FleetViewModel model;

    StateChips(FleetViewModel model) {
        this.model = model;
        getStyleClass().add("fleet-chips");
        CHIPS.forEach(state -> getChildren().add(chip(state)));
    }

    private ToggleButton chip(StateFilter state) {
        Region mark = new Region();
        mark.getStyleClass().addAll("mark", "mark-" + state.key());
        StackPane slot = new StackPane(mark);
        slot.getStyleClass().add("chip-slot");
        ToggleButton chip = new ToggleButton("", slot);
        chip.setId("chip-" + state.key());
        chip.getStyleClass().add("fleet-chip");
        chip.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(chip, Priority.ALWAYS);
        chip.setOnAction(event -> model.toggle(state));
        Tooltip tooltip = new Tooltip();
        chip.setTooltip(tooltip);
        InvalidationListener show =
                change -> {
                    int count = model.countsProperty().get().getOrDefault(state, 0);
                    String words = text("fleet.chip." + state.key());
                    chip.setText(
                            model.wideProperty().get()
                                    ? text("fleet.chip", words, number(count))
                                    : number(count));
                    chip.setSelected(model.statesProperty().get().contains(state));
                    chip.setAccessibleText(text("fleet.chip", words, count));
                    tooltip.setText(
                            text("fleet.chip", words, count)
                                    + '\n'
                                    + text("status." + state.key() + ".rule"));
                };
        model.countsProperty().addListener(show);
        model.statesProperty().addListener(show);
        model.wideProperty().addListener(show);
        show.invalidated(model.countsProperty());
        return chip;
    }

    private static String number(int count) {
        return count < SHORT ? String.valueOf(count) : text("fleet.thousands", count / 1000);
    }
}
