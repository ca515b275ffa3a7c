package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.Ages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The figures of the status line, in words. JavaFX thread only. */
final class StatusFigures {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Clock clock;
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper newest = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper("");

    StatusFigures(Clock clock) {
        this.clock = clock;
    }

    /** Vendors shown and known. */
    ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** The newest fix's age. */
    ReadOnlyStringProperty newestProperty() {
        return newest.getReadOnlyProperty();
    }

    /** Both. */
    String fleet() {
        return newest.get().isEmpty() ? counts.get() : counts.get() + " · " + newest.get();
    }

    /** The time of day. */
    ReadOnlyStringProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    /**
     * Says how things stand now.
     *
     * @param loading whether the fleet is still to come: nobody knows how many there are
     * @param newestFix when the newest fix was taken; null before the first
     */
    void tick(boolean loading, int shown, int known, @Nullable Instant newestFix) {
        Instant now = clock.instant();
        counts.set(loading ? "" : counts(shown, known));
        newest.set(
                newestFix == null
                        ? ""
                        : text("status.newest", Ages.format(Duration.between(newestFix, now))));
        time.set(CLOCK.format(now.atZone(clock.getZone())));
    }

    private static String counts(int shown, int known) {
        return shown == known
                ? text("status.vendors", known)
                : text("status.vendors-of", shown, known);
    }
}
