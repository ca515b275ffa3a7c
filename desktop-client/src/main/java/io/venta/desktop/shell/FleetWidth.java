package io.venta.desktop.shell;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * How wide the list is, in pixels: as a list and as a table each what the user left it at. JavaFX
 * thread only.
 */
final class FleetWidth {

    static final double LEAST = 260;
    static final double MOST = 480;
    private static final double USUAL = 320;
    private static final double TABLE = 740;
    private static final double LEFT_FOR_THE_MAP = 260;
    private static final double DIVIDER = 1;

    private final DoubleProperty asList = new SimpleDoubleProperty(USUAL);
    private final DoubleProperty asTable = new SimpleDoubleProperty(TABLE);
    private final SplitPane split;
    private final ObservableBooleanValue wide;
    private boolean placed;

    /**
     * @param split holds the list, and what gives way to it
     * @param wide whether the list is a table
     */
    FleetWidth(SplitPane split, Region fleet, ObservableBooleanValue wide) {
        this.split = split;
        this.wide = wide;
        split.widthProperty().subscribe(this::placeFirst);
        wide.subscribe(this::place);
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> current().set(fleet.getWidth()));
    }

    /** The list's; set before the first layout, it starts so. */
    DoubleProperty asListProperty() {
        return asList;
    }

    private void placeFirst() {
        if (!placed && split.getWidth() > 0) {
            placed = true;
            place();
        }
    }

    /** The divider is a fraction; the width shall be pixels. */
    private void place() {
        double all = split.getWidth();
        if (all > 0) {
            double width = Math.min(current().get(), all - LEFT_FOR_THE_MAP);
            split.setDividerPositions((width + DIVIDER / 2) / all);
        }
    }

    private DoubleProperty current() {
        return wide.get() ? asTable : asList;
    }
}
