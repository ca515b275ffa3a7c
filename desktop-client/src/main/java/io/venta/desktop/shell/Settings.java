package io.venta.desktop.shell;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * What this installation remembers, in a file at the system's place for such things. It is read and
 * written anew each time, so that several windows share it; one that cannot be read or written only
 * costs the memory of it.
 */
final class Settings {

    private static final System.Logger LOG = System.getLogger(Settings.class.getName());
    private static final String NAME = "desktop.properties";

    private final Path folder;

    Settings(Path folder) {
        this.folder = folder;
    }

    /** The user's; the system property {@code venta.settings} names another folder. */
    static Settings ofUser() {
        return new Settings(Path.of(System.getProperty("venta.settings", usual().toString())));
    }

    Path folder() {
        return folder;
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(read().getProperty(key));
    }

    /** Remembers a value; false where that failed. */
    boolean put(String key, String value) {
        Properties all = read();
        all.setProperty(key, value);
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, NAME, ".new");
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                all.store(writer, null);
            }
            Files.move(fresh, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Settings are not kept: {0}", e.toString());
            return false;
        }
    }

    private Properties read() {
        Properties all = new Properties();
        Path file = folder.resolve(NAME);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                all.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.log(System.Logger.Level.WARNING, "Settings are not read: {0}", e.toString());
            }
        }
        return all;
    }

    private static Path usual() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.startsWith("windows")) {
            return named("APPDATA", home.resolve("AppData/Roaming")).resolve("Venta");
        }
        return system.startsWith("mac")
                ? home.resolve("Library/Application Support/Venta")
                : named("XDG_CONFIG_HOME", home.resolve(".config")).resolve("venta");
    }

    private static Path named(String variable, Path otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }
}
