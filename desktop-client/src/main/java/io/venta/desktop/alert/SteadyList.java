package io.venta.desktop.alert;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A list, newest first, that stands still while it is held: what comes meanwhile waits, what goes
 * stays. So what somebody points at is there when the button goes down. JavaFX thread only.
 */
final class SteadyList {

    private final ObservableList<Alert> source;
    private final ObservableList<Alert> items = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final BooleanProperty held = new SimpleBooleanProperty();

    /**
     * @param source grows at its beginning only
     */
    SteadyList(ObservableList<Alert> source) {
        this.source = source;
        source.addListener((InvalidationListener) change -> changed());
        held.addListener((property, before, is) -> changed());
    }

    /** What is to be seen. */
    ObservableList<Alert> items() {
        return items;
    }

    /** How many came while it was held. */
    ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Whether somebody points at it. An empty one cannot be held. */
    BooleanProperty heldProperty() {
        return held;
    }

    /** Becomes as its source is now, held or not. */
    void catchUp() {
        Set<Alert> present = new HashSet<>(source);
        items.removeIf(item -> !present.contains(item));
        List<Alert> fresh = fresh();
        if (!fresh.isEmpty()) {
            items.addAll(0, fresh);
        }
        waiting.set(0);
    }

    private void changed() {
        if (held.get() && !items.isEmpty()) {
            waiting.set(fresh().size());
        } else {
            catchUp();
        }
    }

    private List<Alert> fresh() {
        Set<Alert> known = new HashSet<>(items);
        return source.stream().filter(alert -> !known.contains(alert)).toList();
    }
}
