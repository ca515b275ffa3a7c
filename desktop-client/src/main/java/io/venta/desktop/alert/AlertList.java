package io.venta.desktop.alert;

import static io.venta.desktop.fx.Texts.text;

import io.venta.model.location.VendorId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;

/**
 * Alerts one under the other. Virtual: as many rows as fit. Arrows go through them, Enter shows the
 * vendor, Space acknowledges.
 */
final class AlertList extends StackPane {

    private static final double ROW_HEIGHT = 48;

    private final AlertViewModel model;
    private final ListView<Alert> list = new ListView<>();
    private Consumer<VendorId> pick = vendor -> {};

    AlertList(
            String id,
            AlertViewModel model,
            ObservableList<Alert> alerts,
            Node placeholder,
            Supplier<ListCell<Alert>> cells) {
        this.model = model;
        list.setId(id);
        list.setAccessibleText(text("alert.title"));
        list.setItems(alerts);
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> cells.get());
        list.setPlaceholder(placeholder);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                        picked();
                    }
                });
        getChildren().add(list);
    }

    void onPick(Consumer<VendorId> show) {
        pick = show;
    }

    void focus() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> picked();
            case SPACE -> acknowledge();
            case ESCAPE -> {
                // The list would keep it to itself, to end an editing that there is not.
                fireEvent(event.copyFor(this, this));
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void picked() {
        Alert alert = list.getSelectionModel().getSelectedItem();
        if (alert != null) {
            pick.accept(alert.vendor().id());
        }
    }

    private void acknowledge() {
        Alert alert = list.getSelectionModel().getSelectedItem();
        if (alert != null) {
            model.acknowledge(List.of(alert));
        }
    }
}
