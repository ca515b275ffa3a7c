package io.venta.desktop.details;

import static io.venta.desktop.fx.Texts.text;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Who it is: mark, name on two lines at most, type; and the way out. */
final class DetailsHead extends HBox {

    private final Region mark = new Region();
    private final Label name = new Label();
    private final Tooltip fullName = new Tooltip();
    private final Label type = new Label();

    DetailsHead(Runnable onClose) {
        getStyleClass().add("details-head");
        setMinHeight(USE_PREF_SIZE);
        HBox slot = new HBox(mark);
        slot.getStyleClass().add("mark-slot");
        name.setId("details-name");
        name.getStyleClass().add("details-name");
        name.setWrapText(true);
        name.setTooltip(fullName);
        fullName.setWrapText(true);
        fullName.setMaxWidth(320);
        type.getStyleClass().add("details-type");
        VBox titles = new VBox(name, type);
        titles.setMinWidth(0);
        HBox.setHgrow(titles, Priority.ALWAYS);
        Region cross = new Region();
        cross.getStyleClass().addAll("icon", "icon-close");
        Button close = new Button("", cross);
        close.setId("details-close");
        close.setAccessibleText(text("details.close"));
        close.setTooltip(new Tooltip(text("details.close")));
        close.getStyleClass().addAll("flat", "toast-close");
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(event -> onClose.run());
        getChildren().addAll(slot, titles, close);
    }

    void show(VendorDetails details) {
        mark.getStyleClass().setAll("mark", "mark-" + details.status().key());
        mark.setRotate(details.turn());
        name.setText(details.name());
        fullName.setText(details.name());
        type.setText(details.type());
        type.setVisible(!details.type().isEmpty());
        type.setManaged(type.isVisible());
    }
}
