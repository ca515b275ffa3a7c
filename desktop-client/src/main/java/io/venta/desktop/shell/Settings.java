package io.venta.desktop.shell;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * What this installation remembers, in a file at the system's place for such things. It is read and
 * written anew each time, so that several windows share it; one that cannot be read or written only
 * costs the memory of it.
 */
final class Settings {

    private static final System.Logger LOG = System.getLogger(Settings.class.getName());
    private static final String NAME = "desktop.properties";
    private static final String LOCK = "desktop.lock";

    private final Path folder;

    Settings(Path folder) {
        this.folder = folder;
    }

    /** The user's; the system property {@code venta.settings} names another folder. */
    static Settings ofUser() {
        return new Settings(SystemFolder.SETTINGS.path());
    }

    Path folder() {
        return folder;
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(read().getProperty(key));
    }

    /** Remembers a value; false where that failed. */
    boolean put(String key, String value) {
        return putAll(Map.of(key, value));
    }

    /** Remembers values, whatever others write meanwhile; false where that failed. */
    boolean putAll(Map<String, String> values) {
        return change(all -> all.putAll(values));
    }

    /** Keeps what is remembered of {@code server}, used now; false where that failed. */
    boolean use(String server) {
        return change(all -> ServersUsed.of(all).use(server));
    }

    private boolean change(Consumer<Properties> change) {
        synchronized (Settings.class) { // A process cannot wait for its own lock of a file.
            try {
                Files.createDirectories(folder);
                try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), CREATE, WRITE)) {
                    FileLock unused = channel.lock(); // Ends with the channel.
                    write(change);
                    return true;
                }
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "Settings are not kept: {0}", e.toString());
                return false;
            }
        }
    }

    private void write(Consumer<Properties> change) throws IOException {
        Properties all = read();
        change.accept(all);
        Path fresh = Files.createTempFile(folder, NAME, ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                all.store(writer, null);
            }
            Files.move(fresh, folder.resolve(NAME), REPLACE_EXISTING, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
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
}
