package io.venta.desktop.alert;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.Ages;
import io.venta.desktop.fx.RowLine;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** An alert in the log: when, who, what, for how long, and who acknowledged it. */
final class LogCell extends AlertRow {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final AlertViewModel model;
    private final Label time = new Label();
    private final Label name = new Label();
    private final Label lasted = new Label();
    private final Label what = new Label();
    private final Label acknowledged = new Label();

    LogCell(AlertViewModel model) {
        super(model);
        this.model = model;
        name.getStyleClass().add("vendor-name");
        time.getStyleClass().add("alert-time");
        for (Label label : new Label[] {lasted, what, acknowledged}) {
            label.getStyleClass().add("alert-what");
        }
        for (Label label : new Label[] {time, lasted, acknowledged}) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        VBox lines = new VBox(new RowLine(name, lasted), new RowLine(what, acknowledged));
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        lay(time, lines);
    }

    @Override
    void show(Alert item) {
        time.setText(clock(item.begun()));
        name.setText(item.vendor().name());
        what.setText(item.rule().what());
        lasted.setText(
                item.holds() ? text("alert.holds") : Ages.format(item.duration(model.now())));
        acknowledged.setText(
                text(item.isAcknowledged() ? "alert.acknowledged" : "alert.not-acknowledged"));
        setAccessibleText(explain(item));
    }

    @Override
    String explain(Alert item) {
        Alert.Acknowledgement by = item.acknowledgement();
        return String.join(
                "\n",
                clock(item.begun()) + "  " + item.vendor().name(),
                item.rule().title(),
                item.holds()
                        ? text("alert.holds")
                        : text("alert.lasted", Ages.format(item.duration(model.now()))),
                by == null
                        ? text("alert.not-acknowledged")
                        : text("alert.acknowledged-by", by.by(), clock(by.at())));
    }

    private static String clock(Instant moment) {
        return TIME.format(moment.atZone(ZoneId.systemDefault()));
    }
}
