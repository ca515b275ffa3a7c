package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What can be done with several rows at once; in sight only while several are selected. */
final class SelectionBar extends HBox {

    SelectionBar(FleetViewModel model, FleetCommands commands, ExportCommand export) {
        setId("selection-bar");
        getStyleClass().add("fleet-bar");
        IntegerBinding size = Bindings.size(model.selection());
        Label count = new Label();
        count.setId("selection-count");
        count.textProperty()
                .bind(Bindings.createStringBinding(() -> text("fleet.selected", size.get()), size));
        count.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button exporting = button("export", export::selection);
        exporting.disableProperty().bind(model.export().busyProperty());
        getChildren()
                .addAll(
                        count,
                        gap,
                        button("fit", () -> commands.fit(List.copyOf(model.selection()))),
                        exporting,
                        button("clear", () -> model.choose(List.of(), null)));
        visibleProperty().bind(size.greaterThan(1));
        managedProperty().bind(visibleProperty());
    }

    private static Button button(String key, Runnable command) {
        Button button = new Button(text("fleet.selected." + key));
        button.setId("selection-" + key);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> command.run());
        return button;
    }
}
