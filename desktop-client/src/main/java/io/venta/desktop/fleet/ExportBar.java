package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fleet.export.ExportOutcome;
import io.venta.desktop.fleet.export.FleetExport;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How the last export ended, and the one thing to do next; in sight until it is closed. */
final class ExportBar extends HBox {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Label words = new Label();
    private final Tooltip place = new Tooltip();
    private final Hyperlink next = new Hyperlink();
    private final FleetCommands commands;
    private final ExportCommand export;

    ExportBar(FleetExport model, FleetCommands commands, ExportCommand export) {
        this.commands = commands;
        this.export = export;
        setId("export-bar");
        getStyleClass().addAll("fleet-bar", "export-bar");
        words.setId("export-words");
        words.setWrapText(true);
        words.setTooltip(place);
        next.setId("export-next");
        Region cross = new Region();
        cross.getStyleClass().addAll("icon", "icon-close");
        Button close = new Button("", cross);
        close.setId("export-close");
        close.getStyleClass().addAll("flat", "toast-close");
        close.setAccessibleText(text("fleet.export.close"));
        close.setTooltip(new Tooltip(text("fleet.export.close")));
        close.setOnAction(event -> model.dismiss());
        VBox lines = new VBox(words, next);
        HBox.setHgrow(lines, Priority.ALWAYS);
        getChildren().addAll(lines, close);
        managedProperty().bind(visibleProperty());
        model.outcomeProperty().subscribe(this::show);
    }

    private void show(@Nullable ExportOutcome outcome) {
        setVisible(outcome != null);
        pseudoClassStateChanged(FAILED, outcome instanceof ExportOutcome.Failed);
        switch (outcome) {
            case ExportOutcome.Saved(var file, var vendors) -> {
                words.setText(text("fleet.export.saved", vendors, file.getFileName()));
                place.setText(file.toString());
                next.setText(text("fleet.export.open"));
                next.setOnAction(event -> commands.open(file.resolveSibling("")));
            }
            case ExportOutcome.Failed(var file, var cause) -> {
                words.setText(
                        text(
                                "fleet.export."
                                        + cause.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                file.resolveSibling("")));
                place.setText(file.toString());
                next.setText(text("fleet.export.again"));
                next.setOnAction(event -> export.again());
            }
            case null -> next.setOnAction(null);
        }
    }
}
