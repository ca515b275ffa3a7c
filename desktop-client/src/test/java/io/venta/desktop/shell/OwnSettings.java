package io.venta.desktop.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each test settings of its own, those of somebody who needs no first help, so that none
 * finds the window or the map as another left it. JUnit loads it by itself.
 */
public final class OwnSettings implements BeforeEachCallback {

    private static final String PROPERTY = "venta.settings";
    private static final Path ALL = Path.of(System.getProperty(PROPERTY, "target/settings"));

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(ALL), "test-");
        System.setProperty(PROPERTY, folder.toString());
        new Settings(folder).put("welcomed", "true");
    }
}
