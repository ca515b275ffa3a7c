package io.venta.desktop.fleet;

import io.venta.desktop.vendor.Vendor;
import java.nio.file.Path;
import java.util.List;

/** What rows can do beyond the list; whoever shows the list beside a map knows how. */
public interface FleetCommands {

    /** Brings one to the middle of the map. */
    void centre(Vendor vendor);

    /** Keeps one in the middle of the map. */
    void follow(Vendor vendor);

    /** Brings several into view. */
    void fit(List<Vendor> vendors);

    /** Puts words on the clipboard. */
    void copy(String words);

    /** Shows a folder in the system's own way. */
    void open(Path folder);
}
