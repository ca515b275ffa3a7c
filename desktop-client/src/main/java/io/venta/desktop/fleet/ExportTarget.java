package io.venta.desktop.fleet;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks the user where an export shall go. */
interface ExportTarget {

    /** The file, or nothing where the user thought better of it. */
    Optional<Path> choose(String suggestedName, @Nullable Window over);
}
