package io.venta.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the source tree that tests run with, found from whichever module the tests are in. */
public final class ProjectFiles {

    private static final Path ROOT = findRoot();

    private ProjectFiles() {}

    /** The folder that holds all modules. */
    public static Path root() {
        return ROOT;
    }

    /**
     * A file or folder of the source tree.
     *
     * @param path relative to {@link #root()}
     * @throws IllegalArgumentException if there is none
     */
    public static Path get(String path) {
        var file = ROOT.resolve(path);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(file + " is missing");
        }
        return file;
    }

    private static Path findRoot() {
        var start = Path.of("").toAbsolutePath();
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("rabbitmq/definitions.json"))) {
                return folder;
            }
        }
        throw new IllegalStateException(start + " is in no working copy of this project");
    }
}
