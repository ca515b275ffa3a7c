package io.venta.desktop.alert;

import io.venta.desktop.vendor.Vendor;
import io.venta.model.location.VendorId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The alerts of this session, newest first: those that want attention, and the last {@value #MOST}.
 * An alert wants attention while its rule holds, and after that until somebody has acknowledged or
 * seen it. JavaFX thread only.
 */
final class AlertLog {

    static final int MOST = 500;

    private final ObservableList<Alert> open = FXCollections.observableArrayList();
    private final ObservableList<Alert> entries = FXCollections.observableArrayList();

    /** Those that want attention. */
    ObservableList<Alert> open() {
        return open;
    }

    /** All of them, as far as they are kept. */
    ObservableList<Alert> entries() {
        return entries;
    }

    /** How many nobody has acknowledged. */
    long unacknowledged() {
        return open.stream().filter(alert -> !alert.isAcknowledged()).count();
    }

    /** For whom a rule holds that nobody has acknowledged. */
    Set<VendorId> alerted() {
        return open.stream()
                .filter(alert -> alert.holds() && !alert.isAcknowledged())
                .map(Alert::vendor)
                .map(Vendor::id)
                .collect(Collectors.toSet());
    }

    void begin(List<Alert> begun) {
        if (!begun.isEmpty()) {
            open.addAll(0, begun);
            entries.addAll(0, begun);
            if (entries.size() > MOST) {
                entries.remove(MOST, entries.size());
            }
        }
    }

    void end(Collection<Alert> over, Instant at) {
        over.forEach(alert -> alert.end(at));
        if (!over.isEmpty()) {
            open.removeIf(AlertLog::isSettled);
        }
    }

    void acknowledge(Collection<Alert> seen, String by, Instant at) {
        seen.stream()
                .filter(alert -> !alert.isAcknowledged())
                .forEach(alert -> alert.acknowledge(by, at));
        open.removeIf(AlertLog::isSettled);
    }

    /** Somebody has seen these: what is over needs no more. */
    void seen(Collection<Alert> seen) {
        Set<Alert> over = seen.stream().filter(alert -> !alert.holds()).collect(Collectors.toSet());
        open.removeIf(over::contains);
    }

    private static boolean isSettled(Alert alert) {
        return !alert.holds() && alert.isAcknowledged();
    }
}
