package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks by the system's own dialogue, which begins where the last export went. */
final class FileChooserTarget implements ExportTarget {

    private @Nullable File folder;

    @Override
    public Optional<Path> choose(String suggestedName, @Nullable Window over) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text("fleet.export.title"));
        chooser.setInitialFileName(suggestedName);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(text("fleet.export.kind"), "*.csv"));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        File file = chooser.showSaveDialog(over);
        if (file == null) {
            return Optional.empty();
        }
        folder = file.getParentFile();
        return Optional.of(file.toPath());
    }
}
