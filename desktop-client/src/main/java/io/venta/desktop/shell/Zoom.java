package io.venta.desktop.shell;

import java.util.Arrays;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** How large everything is drawn, in steps a user can tell apart. JavaFX thread only. */
final class Zoom {

    static final double LEAST = 0.8;
    static final double MOST = 2;
    private static final double[] STEPS = {LEAST, 0.9, 1, 1.1, 1.25, 1.5, 1.75, MOST};
    private static final double NEAR = 0.001;

    private final DoubleProperty factor = new SimpleDoubleProperty(1);

    DoubleProperty factorProperty() {
        return factor;
    }

    double factor() {
        return factor.get();
    }

    /** The next step up. */
    void enlarge() {
        factor.set(Arrays.stream(STEPS).filter(s -> s > factor() + NEAR).findFirst().orElse(MOST));
    }

    /** The next step down. */
    void reduce() {
        factor.set(Arrays.stream(STEPS).filter(s -> s < factor() - NEAR).max().orElse(LEAST));
    }

    /** As it was designed. */
    void reset() {
        factor.set(1);
    }
}
