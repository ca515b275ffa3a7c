package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Vendor;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with the rows that are selected as it opens; what would mean nothing is greyed.
 */
final class RowMenu extends ContextMenu {

    private final FleetViewModel model;
    private final ExportCommand exporting;
    private final MenuItem centre = item("centre");
    private final MenuItem follow = item("follow");
    private final MenuItem fit = item("fit");
    private final MenuItem copyId = item("copy-id");
    private final MenuItem copyPlace = item("copy-place");
    private final MenuItem export = item("export");
    private List<Vendor> rows = List.of();
    private @Nullable Vendor lead;

    RowMenu(FleetViewModel model, FleetCommands commands, ExportCommand exporting) {
        this.model = model;
        this.exporting = exporting;
        onLead(centre, commands::centre);
        onLead(follow, commands::follow);
        onLead(copyId, vendor -> commands.copy(vendor.id().value()));
        onLead(copyPlace, vendor -> commands.copy(place(vendor)));
        fit.setOnAction(event -> commands.fit(rows));
        export.setOnAction(event -> exporting.write(rows));
        getItems()
                .addAll(
                        centre,
                        follow,
                        fit,
                        new SeparatorMenuItem(),
                        copyId,
                        copyPlace,
                        new SeparatorMenuItem(),
                        export);
        addEventHandler(WindowEvent.WINDOW_SHOWING, event -> take());
    }

    private void take() {
        Vendor leading = model.selectedProperty().get();
        lead = leading;
        rows = exporting.selected();
        boolean placed = leading != null && leading.fix() != null;
        centre.setDisable(!placed);
        follow.setDisable(!placed);
        copyPlace.setDisable(!placed);
        copyId.setDisable(leading == null);
        fit.setDisable(rows.size() < 2);
        export.setDisable(rows.isEmpty() || model.export().busyProperty().get());
        export.setText(text("fleet.menu.export", rows.size()));
    }

    private void onLead(MenuItem item, Consumer<Vendor> command) {
        item.setOnAction(
                event -> {
                    Vendor leading = lead;
                    if (leading != null) {
                        command.accept(leading);
                    }
                });
    }

    private static MenuItem item(String key) {
        MenuItem item = new MenuItem(text("fleet.menu." + key, 1));
        item.setId("row-" + key);
        return item;
    }

    private static String place(Vendor vendor) {
        Fix fix = vendor.fix();
        return fix == null
                ? ""
                : String.format(
                        Locale.ROOT, "%.6f, %.6f", fix.position().lat(), fix.position().lng());
    }
}
