package io.venta.desktop.fleet;

import io.venta.desktop.vendor.Vendor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks where to, then exports; the last choice of vendors can be tried again elsewhere. */
final class ExportCommand {

    private final FleetViewModel model;
    private final ExportTarget target;
    private final Node over;
    private List<Vendor> last = List.of();

    ExportCommand(FleetViewModel model, ExportTarget target, Node over) {
        this.model = model;
        this.target = target;
        this.over = over;
    }

    /** All rows, in their order. */
    void shown() {
        write(List.copyOf(model.shown()));
    }

    /** The selected rows, in their order. */
    void selection() {
        write(selected());
    }

    /** Which rows those are. */
    List<Vendor> selected() {
        Set<Vendor> chosen = new HashSet<>(model.selection());
        return model.shown().stream().filter(chosen::contains).toList();
    }

    /** The same vendors once more. */
    void again() {
        write(last);
    }

    /** Just these. */
    void write(List<Vendor> vendors) {
        last = vendors;
        @Nullable Window window = over.getScene() == null ? null : over.getScene().getWindow();
        target.choose(model.export().suggestedName(), window)
                .ifPresent(file -> model.export().write(vendors, file));
    }
}
