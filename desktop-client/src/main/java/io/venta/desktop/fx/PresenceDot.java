package io.venta.desktop.fx;

import io.venta.model.presence.PresenceStatus;
import java.util.Locale;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A presence status as a dot: told by shape and colour. */
public final class PresenceDot extends Region {

    /** Shows nothing yet, but takes its room. */
    public PresenceDot() {
        show(null);
    }

    /** Shows a status; null where none is known. */
    public void show(@Nullable PresenceStatus status) {
        String kind = status == null ? "unknown" : status.name().toLowerCase(Locale.ROOT);
        getStyleClass().setAll("presence-dot", "presence-" + kind);
    }
}
