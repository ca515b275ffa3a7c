package io.venta.desktop.notification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The messages over the map, newest first: at most {@value #MOST} are shown, what is critical
 * before the rest; how many more there are is counted. JavaFX thread only.
 */
final class Toasts {

    static final int MOST = 3;
    private static final int MOST_KEPT = 99;

    private final List<Toast> all = new ArrayList<>();
    private final ObservableList<Toast> shown = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper more = new ReadOnlyIntegerWrapper();

    /** Those in sight; one that stays is neither taken away nor added again. */
    ObservableList<Toast> shown() {
        return shown;
    }

    /** How many there are besides. */
    ReadOnlyIntegerProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    boolean any(Predicate<Toast> which) {
        return all.stream().anyMatch(which);
    }

    /** Adds one, unless what it tells of is in sight. */
    void add(Toast toast) {
        if (!toast.isNeedless()) {
            all.addFirst(toast);
            if (all.size() > MOST_KEPT) {
                all.remove(byWeight().getLast());
            }
            show();
        }
    }

    void removeIf(Predicate<Toast> which) {
        if (all.removeIf(which)) {
            show();
        }
    }

    private void show() {
        List<Toast> heaviest = byWeight().subList(0, Math.min(MOST, all.size()));
        List<Toast> next = all.stream().filter(heaviest::contains).toList();
        shown.removeIf(toast -> !next.contains(toast));
        for (int i = 0; i < next.size(); i++) {
            if (i == shown.size() || !shown.get(i).equals(next.get(i))) {
                shown.add(i, next.get(i));
            }
        }
        more.set(all.size() - next.size());
    }

    private List<Toast> byWeight() {
        return all.stream().sorted(Comparator.comparing(Toast::critical).reversed()).toList();
    }
}
