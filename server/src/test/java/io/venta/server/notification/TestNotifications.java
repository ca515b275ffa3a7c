package io.venta.server.notification;

import io.venta.model.notification.Notification;
import io.venta.model.notification.Priority;
import io.venta.server.database.TestDatabase;
import io.venta.testing.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Notifications as tests send them, and a store to keep them in. */
final class TestNotifications {

    static final NotificationSettings SETTINGS =
            new NotificationSettings(Duration.ofDays(90), 100, Duration.ofSeconds(10), "");

    private TestNotifications() {}

    static JdbcNotifications in(TestDatabase database, Clock clock) {
        return new JdbcNotifications(
                database.jdbc(),
                database.transactions(),
                JsonMapper.builder().build(),
                SETTINGS,
                clock);
    }

    static Sending to(String user, String id) {
        return to(List.of(user), id);
    }

    static Sending to(List<String> users, String id) {
        return new Sending(
                new Recipients.Users(users), notification(id, "order", Priority.NORMAL), null);
    }

    static Sending to(String user, String id, Priority priority) {
        return new Sending(
                new Recipients.Users(List.of(user)), notification(id, "order", priority), null);
    }

    static Sending everyone(String id) {
        return everyone(id, null);
    }

    static Sending everyone(String id, @Nullable Instant expiresAt) {
        return new Sending(
                new Recipients.Everyone(), notification(id, "outage", Priority.HIGH), expiresAt);
    }

    static Notification notification(String id, String type, Priority priority) {
        return new Notification(
                id,
                type,
                "Ready",
                "Come and get it",
                priority,
                null,
                null,
                SettableClock.START,
                null);
    }

    static List<String> ids(Unread unread) {
        return ids(unread.notifications());
    }

    static List<String> ids(List<Kept> kept) {
        return kept.stream().map(copy -> copy.notification().id()).toList();
    }
}
