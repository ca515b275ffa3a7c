package io.venta.desktop.shell;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this window is called as a device: the installation's name, and a number where others are
 * open. The lock of a file holds the number, so it is free again whichever way the window ends.
 */
final class DeviceName implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DeviceName.class.getName());
    private static final String KEY = "device";
    private static final int MOST_WINDOWS = 50;

    private final String value;
    private final @Nullable FileChannel held;

    private DeviceName(String value, @Nullable FileChannel held) {
        this.value = value;
        this.held = held;
    }

    /** Takes the first number that is free. */
    static DeviceName claim(Settings settings) {
        String installation =
                settings.get(KEY)
                        .filter(name -> name.matches("[A-Za-z0-9_-]{1,48}"))
                        .orElseGet(() -> create(settings));
        for (int window = 1; window <= MOST_WINDOWS; window++) {
            try {
                FileChannel channel = lock(settings.folder(), window);
                if (channel != null) {
                    String suffix = window == 1 ? "" : "-" + window;
                    return new DeviceName(installation + suffix, channel);
                }
            } catch (IOException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Windows cannot be told apart: {0}",
                        e.toString());
                break;
            }
        }
        return new DeviceName("desktop-" + UUID.randomUUID(), null);
    }

    String value() {
        return value;
    }

    @Override
    public void close() {
        FileChannel channel = held;
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "The lock ends with the process", e);
            }
        }
    }

    private static String create(Settings settings) {
        String name = "desktop-" + UUID.randomUUID();
        settings.put(KEY, name);
        return name;
    }

    private static @Nullable FileChannel lock(Path folder, int window) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("window-" + window + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            LOG.log(System.Logger.Level.DEBUG, "Another window of this process has it", e);
        }
        if (lock == null) {
            channel.close();
            return null;
        }
        return channel;
    }
}
