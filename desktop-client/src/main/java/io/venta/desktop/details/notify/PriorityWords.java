package io.venta.desktop.details.notify;

import static io.venta.desktop.fx.Texts.text;

import io.venta.model.notification.Priority;
import java.util.Locale;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Priorities as the form writes them. */
final class PriorityWords extends StringConverter<@Nullable Priority> {

    @Override
    public String toString(@Nullable Priority priority) {
        return priority == null
                ? ""
                : text("notify.priority." + priority.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Priority fromString(String words) {
        throw new UnsupportedOperationException("Nobody types a priority");
    }
}
