package io.venta.desktop.fleet.export;

import java.nio.file.Path;

/** How an export ended. */
public sealed interface ExportOutcome {

    /**
     * It is all there.
     *
     * @param file where
     * @param vendors how many
     */
    record Saved(Path file, int vendors) implements ExportOutcome {}

    /**
     * Nothing was written; a file that was there before still is.
     *
     * @param file where it should have gone
     * @param cause why it did not
     */
    record Failed(Path file, Cause cause) implements ExportOutcome {}

    /** What the user can do something about. */
    enum Cause {
        /** The folder is not the user's to write to. */
        FORBIDDEN,
        /** The folder is gone. */
        NO_FOLDER,
        /** Anything else: no room, a broken disk. */
        OTHER
    }
}
