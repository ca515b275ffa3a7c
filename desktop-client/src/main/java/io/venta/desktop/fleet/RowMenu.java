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
import org.jspecify.annotations.Nullable;

/** What can be done with the selected rows; what would mean nothing is greyed. */
final class RowMenu extends ContextMenu {

    private final FleetViewModel model;
    private final MenuItem centre = item("centre");
    private final MenuItem follow = item("follow");
    private final MenuItem fit = item("fit");
    private final MenuItem copyId = item("copy-id");
    private final MenuItem copyPlace = item("copy-place");
    private final MenuItem export = item("export");

    RowMenu(FleetViewModel model, FleetCommands commands, ExportCommand exporting) {
        this.model = model;
        onLead(centre, commands::centre);
        onLead(follow, commands::follow);
        onLead(copyId, vendor -> commands.copy(vendor.id().value()));
        onLead(copyPlace, vendor -> commands.copy(place(vendor)));
        fit.setOnAction(event -> commands.fit(List.copyOf(model.selection())));
        export.setOnAction(event -> exporting.selection());
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
        setOnShown(event -> judge());
    }

    private void judge() {
        Vendor lead = model.selectedProperty().get();
        int selected = model.selection().size();
        boolean placed = lead != null && lead.fix() != null;
        centre.setDisable(!placed);
        follow.setDisable(!placed);
        copyPlace.setDisable(!placed);
        copyId.setDisable(lead == null);
        fit.setDisable(selected < 2);
        export.setDisable(selected == 0 || model.export().busyProperty().get());
        export.setText(text("fleet.menu.export", selected));
    }

    private void onLead(MenuItem item, Consumer<Vendor> command) {
        item.setOnAction(
                event -> {
                    @Nullable Vendor lead = model.selectedProperty().get();
                    if (lead != null) {
                        command.accept(lead);
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
