package io.venta.server.notification;

import io.venta.model.ErrorCode;
import io.venta.model.UserKey;
import io.venta.model.notification.NotificationIds;
import io.venta.model.notification.NotificationReadReport;
import io.venta.server.database.Database;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import java.security.Principal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.stereotype.Controller;

/** Takes what devices say of their user's notifications; saying it again does no harm. */
@Controller
class NotificationController {

    private final JsonPayloads payloads;
    private final Notifications notifications;
    private final Announcer announcer;
    private final Database database;
    private final ApplicationEventPublisher events;

    NotificationController(
            JsonPayloads payloads,
            Notifications notifications,
            Announcer announcer,
            Database database,
            ApplicationEventPublisher events) {
        this.payloads = payloads;
        this.notifications = notifications;
        this.announcer = announcer;
        this.database = database;
        this.events = events;
    }

    @MessageMapping("/notification.received")
    void received(byte[] body, Principal user) {
        var ids = payloads.read(body, NotificationIds.class).ids();
        fromStore(
                () -> {
                    notifications.received(key(user), ids);
                    return List.of();
                });
    }

    /**
     * Other devices hear it also where all was read before: who says it again may have had no
     * answer the first time.
     */
    @MessageMapping("/notification.read")
    void read(byte[] body, Principal user) {
        var report = payloads.read(body, NotificationReadReport.class);
        var asked = report.ids();
        var ids =
                fromStore(
                        () ->
                                asked == null
                                        ? notifications.readAll(key(user))
                                        : notifications.read(key(user), asked));
        for (int i = 0; i < ids.size(); i += NotificationIds.MAX) {
            var some = ids.subList(i, Math.min(ids.size(), i + NotificationIds.MAX));
            announcer.announceRead(key(user), some);
            events.publishEvent(new NotificationRead(user.getName(), some));
        }
    }

    /** On the thread that reads the client's socket, so it waits for no database that is gone. */
    private List<String> fromStore(Supplier<List<String>> question) {
        try {
            if (database.isUp()) {
                return question.get();
            }
        } catch (DataAccessException e) {
            throw away(e);
        }
        throw away(null);
    }

    private static RejectedMessageException away(@Nullable Throwable cause) {
        var refusal =
                new RejectedMessageException(
                        ErrorCode.SERVICE_DEGRADED, "Notifications are out of reach, try again");
        refusal.initCause(cause);
        return refusal;
    }

    private static String key(Principal user) {
        return UserKey.of(user.getName()).value();
    }
}
