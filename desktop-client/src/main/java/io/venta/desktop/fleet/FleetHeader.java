package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Over the rows: the search field, order and filters, the chips, and the way to the table. */
final class FleetHeader extends VBox {

    private final TextField search = new TextField();
    private final Consumer<Boolean> enterRows;

    /**
     * @param enterRows takes the keys to the rows, and to the first of them where that is asked
     */
    FleetHeader(FleetViewModel model, ExportCommand export, Consumer<Boolean> enterRows) {
        this.enterRows = enterRows;
        getStyleClass().add("fleet-header");
        search.setId("search");
        search.setPromptText(text("fleet.search"));
        search.setAccessibleText(text("fleet.search"));
        search.textProperty().bindBidirectional(model.queryProperty());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        HBox.setHgrow(search, Priority.ALWAYS);
        SaveBar saveBar = new SaveBar(model, () -> enterRows.accept(false));
        ToggleButton wide = new ToggleButton();
        wide.setId("wide");
        Icons.dress(wide, "icon-table", "fleet.wide");
        wide.selectedProperty().bindBidirectional(model.wideProperty());
        HBox line =
                new HBox(
                        search,
                        new SortMenu(model),
                        new FilterMenu(model, export, saveBar::ask),
                        wide);
        line.getStyleClass().add("fleet-tools");
        getChildren().addAll(line, new StateChips(model), saveBar);
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void searchKey(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> {
                if (search.getText().isEmpty()) {
                    enterRows.accept(false);
                } else {
                    search.clear();
                }
            }
            case DOWN -> enterRows.accept(true);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
