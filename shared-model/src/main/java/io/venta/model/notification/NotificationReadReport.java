package io.venta.model.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to {@link io.venta.model.Destinations#NOTIFICATION_READ}: its user has read
 * these. Saying it again changes nothing. Either of the two is there.
 *
 * @param ids which, at most {@link NotificationIds#MAX}
 * @param all true: all that there are by now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationReadReport(@Nullable List<String> ids, @Nullable Boolean all) {

    /** Checks that there is one of the two. */
    public NotificationReadReport {
        if ((ids == null) == (all == null) || Boolean.FALSE.equals(all)) {
            throw new IllegalArgumentException("either ids or all: true is required");
        }
        if (ids != null) {
            ids = new NotificationIds(ids).ids();
        }
    }

    /** Those. */
    public static NotificationReadReport of(List<String> ids) {
        return new NotificationReadReport(ids, null);
    }

    /** All that there are by now. */
    public static NotificationReadReport everything() {
        return new NotificationReadReport(null, true);
    }
}
