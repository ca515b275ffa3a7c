package io.venta.desktop.shell;

import java.util.List;
import javafx.beans.property.BooleanProperty;

/** The drawers at the right edge, of which at most one is open. JavaFX thread only. */
final class Drawers {

    private final List<BooleanProperty> open;

    /**
     * @param open for each drawer whether it is
     */
    Drawers(BooleanProperty... open) {
        this.open = List.of(open);
        this.open.forEach(drawer -> drawer.subscribe(is -> opened(drawer, is)));
    }

    /** Closes the open one; false if none is. */
    boolean close() {
        boolean any = open.stream().anyMatch(BooleanProperty::get);
        open.forEach(drawer -> drawer.set(false));
        return any;
    }

    private void opened(BooleanProperty drawer, boolean is) {
        if (is) {
            open.stream().filter(other -> other != drawer).forEach(other -> other.set(false));
        }
    }
}
