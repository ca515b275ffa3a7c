package io.venta.desktop.alert;

import static io.venta.desktop.fx.Texts.text;

import io.venta.model.location.VendorId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Alerts one under the other. Virtual: as many rows as fit. Arrows go through them, Enter shows the
 * vendor, Space acknowledges. How many wait to be shown, a button at the top tells.
 */
final class AlertList extends StackPane {

    private static final double ROW_HEIGHT = 48;

    private final AlertViewModel model;
    private final SteadyList alerts;
    private final ListView<Alert> list = new ListView<>();
    private Consumer<VendorId> pick = vendor -> {};

    AlertList(
            String id,
            AlertViewModel model,
            SteadyList alerts,
            Node placeholder,
            Supplier<ListCell<Alert>> cells) {
        this.model = model;
        this.alerts = alerts;
        list.setId(id);
        list.setAccessibleText(text("alert.title"));
        list.setItems(alerts.items());
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
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> selected(before, now));
        model.pickedProperty().addListener((property, before, alert) -> pick(alert));
        getChildren().addAll(list, fresh(id));
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

    private Button fresh(String id) {
        Button fresh = new Button();
        fresh.setId(id + "-new");
        fresh.getStyleClass().addAll("accent", "fresh-pill");
        fresh.setTooltip(new Tooltip(text("alert.new.show")));
        alerts.waitingProperty()
                .subscribe(
                        count -> {
                            fresh.setText(text("alert.new", count));
                            fresh.setAccessibleText(text("alert.new.accessible", count));
                        });
        fresh.visibleProperty().bind(alerts.waitingProperty().greaterThan(0));
        fresh.setOnAction(event -> showNewest());
        StackPane.setAlignment(fresh, Pos.TOP_CENTER);
        return fresh;
    }

    private void showNewest() {
        alerts.catchUp();
        list.scrollTo(0);
        list.requestFocus();
    }

    private void pick(@Nullable Alert alert) {
        if (isVisible() && alert != null && list.getItems().contains(alert)) {
            list.getSelectionModel().clearAndSelect(list.getItems().indexOf(alert));
            list.scrollTo(alert);
            list.requestFocus();
        }
    }

    /** Where the selected one goes, the list would select another, which nobody meant. */
    private void selected(@Nullable Alert before, @Nullable Alert now) {
        if (before != null && now != null && !list.getItems().contains(before)) {
            list.getSelectionModel().clearSelection();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case HOME -> {
                alerts.catchUp();
                return;
            }
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
