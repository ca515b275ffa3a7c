package io.venta.desktop.notification;

import io.venta.model.notification.Priority;
import java.time.Instant;

/**
 * One message over the map.
 *
 * @param title one line
 * @param message the text; empty where the title says it all
 * @param priority how much it matters; from HIGH on it stays until dismissed
 * @param shownAt when it appeared
 */
public record Toast(String title, String message, Priority priority, Instant shownAt) {

    boolean stays() {
        return priority.compareTo(Priority.HIGH) >= 0;
    }
}
