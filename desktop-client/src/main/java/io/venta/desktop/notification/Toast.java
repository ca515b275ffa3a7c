package io.venta.desktop.notification;

import io.venta.model.notification.Priority;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message over the map.
 *
 * @param title one line
 * @param message the text; empty where the title says it all
 * @param priority how much it matters
 * @param news the notification it shows; null where it is none
 * @param lead where it leads; null where there is no more to see
 * @param shownAt when it appeared
 */
public record Toast(
        String title,
        String message,
        Priority priority,
        @Nullable News news,
        @Nullable Lead lead,
        Instant shownAt) {

    /** From HIGH on until dismissed. */
    boolean stays() {
        return priority.compareTo(Priority.HIGH) >= 0;
    }

    /** What it tells of is in sight. */
    boolean isNeedless() {
        return lead != null && lead.open().get();
    }

    /** Until it is read. */
    boolean critical() {
        return priority == Priority.CRITICAL;
    }
}
