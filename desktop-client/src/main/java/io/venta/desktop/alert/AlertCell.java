package io.venta.desktop.alert;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.Ages;
import io.venta.desktop.fx.RowLine;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.VendorStatus;
import io.venta.model.location.VendorId;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** An alert that wants attention: its vendor's mark, what it is, for how long, what can be done. */
final class AlertCell extends AlertRow {

    private static final PseudoClass LOUD = PseudoClass.getPseudoClass("unacknowledged");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM);

    private final AlertViewModel model;
    private final Region mark = new Region();
    private final Label name = new Label();
    private final Label age = new Label();
    private final Label what = new Label();
    private final Button acknowledge = button("icon-check", "alert.acknowledge");

    AlertCell(AlertViewModel model, Consumer<VendorId> show) {
        super(model);
        this.model = model;
        name.getStyleClass().addAll("vendor-name", "alert-name");
        what.getStyleClass().add("alert-what");
        age.getStyleClass().add("vendor-age");
        age.setMinWidth(USE_PREF_SIZE);
        StackPane slot = new StackPane(mark);
        slot.getStyleClass().addAll("mark-slot", "alert-slot");
        VBox lines = new VBox(new RowLine(name, age), what);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        Button centre = button("icon-goto", "alert.show");
        centre.getStyleClass().add("alert-show");
        centre.setOnAction(event -> show.accept(vendor().id()));
        acknowledge.getStyleClass().add("alert-acknowledge");
        acknowledge.setOnAction(event -> model.acknowledge(List.of(getItem())));
        HBox buttons = new HBox(centre, acknowledge);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        lay(slot, lines, buttons);
    }

    @Override
    void show(Alert item) {
        pseudoClassStateChanged(LOUD, item.holds() && !item.isAcknowledged());
        Vendor vendor = item.vendor();
        mark.getStyleClass().setAll("mark", "mark-" + vendor.status().key());
        mark.setRotate(turn(vendor));
        name.setText(vendor.name());
        age.setText(Ages.format(item.duration(model.now())));
        what.setText(words(item));
        acknowledge.setVisible(!item.isAcknowledged());
        setAccessibleText(
                text(
                        "alert.row",
                        vendor.name(),
                        item.rule().what(),
                        age.getText(),
                        text(
                                item.isAcknowledged()
                                        ? "alert.acknowledged"
                                        : "alert.not-acknowledged")));
    }

    private String words(Alert item) {
        if (!item.holds()) {
            return item.rule().what() + " · " + text("alert.over", age.getText());
        }
        return item.isAcknowledged()
                ? item.rule().what() + " · " + text("alert.acknowledged")
                : item.rule().what();
    }

    private Vendor vendor() {
        return getItem().vendor();
    }

    @Override
    String explain(Alert item) {
        return text(
                "alert.tooltip",
                item.vendor().name(),
                item.rule().title(),
                TIME.format(item.begun().atZone(ZoneId.systemDefault())));
    }

    private static double turn(Vendor vendor) {
        Fix fix = vendor.fix();
        if (fix == null || vendor.status() != VendorStatus.MOVING) {
            return 0;
        }
        return Double.isNaN(fix.heading()) ? 0 : fix.heading();
    }

    private static Button button(String iconName, String key) {
        Region icon = new Region();
        icon.getStyleClass().addAll("icon", iconName);
        Button button = new Button("", icon);
        button.setAccessibleText(text(key));
        button.setTooltip(new Tooltip(text(key)));
        button.getStyleClass().addAll("flat", "row-button");
        button.setFocusTraversable(false);
        return button;
    }
}
