package io.venta.desktop.alert;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A row about an alert, told again every second. */
abstract class AlertRow extends ListCell<Alert> {

    private final HBox row = new HBox();
    private final Tooltip tooltip = new Tooltip();

    AlertRow(AlertViewModel model) {
        getStyleClass().add("alert-cell");
        row.getStyleClass().add("alert-row");
        row.setMinWidth(0);
        setPrefWidth(0);
        tooltip.setOnShowing(event -> explain());
        model.revisionProperty().addListener(change -> refresh());
    }

    /** What the row is made of, from the left. */
    final void lay(Node... parts) {
        row.getChildren().setAll(parts);
    }

    /** Puts an alert into the row. */
    abstract void show(Alert alert);

    /** More about it, for who asks. */
    abstract String explain(Alert alert);

    @Override
    protected void updateItem(@Nullable Alert item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(item == null ? null : row);
        setTooltip(item == null ? null : tooltip);
        refresh();
    }

    private void refresh() {
        Alert alert = getItem();
        if (alert != null) {
            show(alert);
        }
    }

    private void explain() {
        Alert alert = getItem();
        if (alert != null) {
            tooltip.setText(explain(alert));
        }
    }
}
