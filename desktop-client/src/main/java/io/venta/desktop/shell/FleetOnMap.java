package io.venta.desktop.shell;

import io.venta.desktop.fleet.FleetCommands;
import io.venta.desktop.vendor.Vendor;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The list's commands, on the map beside it. */
final class FleetOnMap implements FleetCommands {

    private final MainViewModel model;
    private final Consumer<URI> browse;

    FleetOnMap(MainViewModel model, Consumer<URI> browse) {
        this.model = model;
        this.browse = browse;
    }

    @Override
    public void centre(Vendor vendor) {
        model.centre(vendor);
    }

    @Override
    public void follow(Vendor vendor) {
        model.map().selectedProperty().set(vendor);
        model.map().followingProperty().set(true);
    }

    @Override
    public void fit(List<Vendor> vendors) {
        model.map().fit(vendors);
    }

    @Override
    public void copy(String words) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void open(Path folder) {
        browse.accept(folder.toUri());
    }
}
