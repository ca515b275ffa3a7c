package io.venta.desktop.shell;

import io.venta.desktop.fx.NumberedLock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this window is called as a device: the installation's name, and a number where others are
 * open. The lock of a file holds the number, so it is free again whichever way the window ends.
 */
final class DeviceName implements AutoCloseable {

    private static final String KEY = "device";
    private static final int MOST_WINDOWS = 50;

    private final String value;
    private final String suffix;
    private final @Nullable NumberedLock held;

    private DeviceName(String installation, String suffix, @Nullable NumberedLock held) {
        this.value = installation + suffix;
        this.suffix = suffix;
        this.held = held;
    }

    /** Takes the first number that is free. */
    static DeviceName claim(Settings settings) {
        String installation =
                settings.get(KEY)
                        .filter(name -> name.matches("[A-Za-z0-9_-]{1,48}"))
                        .orElseGet(() -> create(settings));
        return NumberedLock.claim(settings.folder(), "window", MOST_WINDOWS)
                .map(held -> new DeviceName(installation, suffix(held.number()), held))
                .orElseGet(() -> new DeviceName("desktop-" + UUID.randomUUID(), "", null));
    }

    private static String suffix(int window) {
        return window == 1 ? "" : "-" + window;
    }

    String value() {
        return value;
    }

    /** What tells this window from the installation's first; of that one, nothing. */
    String suffix() {
        return suffix;
    }

    @Override
    public void close() {
        if (held != null) {
            held.close();
        }
    }

    private static String create(Settings settings) {
        String name = "desktop-" + UUID.randomUUID();
        settings.put(KEY, name);
        return name;
    }
}
