package io.venta.desktop.shell;

import java.nio.file.Path;
import java.util.Locale;

/** Where the system wants an application's files, for the user who is at the computer. */
enum SystemFolder {
    /** What must not be lost; the system property {@code venta.settings} names another folder. */
    SETTINGS(
            "venta.settings",
            "APPDATA",
            "AppData/Roaming",
            "Library/Application Support",
            "XDG_CONFIG_HOME",
            ".config"),
    /** What may be deleted at any time; the system property {@code venta.cache} names another. */
    CACHE(
            "venta.cache",
            "LOCALAPPDATA",
            "AppData/Local",
            "Library/Caches",
            "XDG_CACHE_HOME",
            ".cache");

    private final String property;
    private final String windowsVariable;
    private final String windows;
    private final String mac;
    private final String otherVariable;
    private final String other;

    SystemFolder(
            String property,
            String windowsVariable,
            String windows,
            String mac,
            String otherVariable,
            String other) {
        this.property = property;
        this.windowsVariable = windowsVariable;
        this.windows = windows;
        this.mac = mac;
        this.otherVariable = otherVariable;
        this.other = other;
    }

    Path path() {
        String named = System.getProperty(property);
        return named == null || named.isBlank() ? usual() : Path.of(named);
    }

    private Path usual() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.startsWith("windows")) {
            return named(windowsVariable, home.resolve(windows)).resolve("Venta");
        }
        return system.startsWith("mac")
                ? home.resolve(mac).resolve("Venta")
                : named(otherVariable, home.resolve(other)).resolve("venta");
    }

    private static Path named(String variable, Path otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }
}
