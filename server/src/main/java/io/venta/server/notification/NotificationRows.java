package io.venta.server.notification;

import io.venta.model.notification.Notification;
import io.venta.model.notification.NotificationState;
import io.venta.model.notification.Priority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * How notifications are written in rows of the tables {@code notification} and {@code broadcast}.
 */
final class NotificationRows {

    /** What both tables have. */
    static final String CONTENT =
            "message_id, type, title, message, priority, action_url, data, created_at, expires_at";

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper json;

    NotificationRows(JsonMapper json) {
        this.json = json;
    }

    /** Values for {@link #CONTENT}, behind others. */
    @Nullable Object[] values(Sending sending, @Nullable Object... first) {
        var notification = sending.notification();
        @Nullable Object[] content = {
            notification.id(),
            notification.type(),
            notification.title(),
            notification.message(),
            code(notification.priority()),
            notification.actionUrl(),
            notification.data() == null ? null : json.writeValueAsString(notification.data()),
            at(notification.createdAt()),
            at(sending.expiresAt())
        };
        @Nullable Object[] all = new Object[first.length + content.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(content, 0, all, first.length, content.length);
        return all;
    }

    RowMapper<Kept> kept() {
        return (row, _) ->
                new Kept(
                        row.getString("user_key"),
                        row.getLong("seq"),
                        state(row.getInt("state")),
                        notification(row, instant(row, "read_at")));
    }

    RowMapper<Broadcast> broadcast() {
        return (row, _) ->
                new Broadcast(
                        row.getLong("seq"), notification(row, null), instant(row, "expires_at"));
    }

    private Notification notification(ResultSet row, @Nullable Instant readAt) throws SQLException {
        var data = row.getString("data");
        return new Notification(
                row.getString("message_id"),
                row.getString("type"),
                row.getString("title"),
                row.getString("message"),
                priority(row.getInt("priority")),
                row.getString("action_url"),
                data == null ? null : json.readValue(data, OBJECT),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                readAt);
    }

    /** A state as the database has it; a later one is higher. */
    static int code(NotificationState state) {
        return switch (state) {
            case CREATED -> 0;
            case DELIVERED -> 1;
            case READ -> 2;
        };
    }

    private static NotificationState state(int code) {
        return switch (code) {
            case 0 -> NotificationState.CREATED;
            case 1 -> NotificationState.DELIVERED;
            default -> NotificationState.READ;
        };
    }

    private static int code(Priority priority) {
        return switch (priority) {
            case LOW -> 0;
            case NORMAL -> 1;
            case HIGH -> 2;
            case CRITICAL -> 3;
        };
    }

    private static Priority priority(int code) {
        return switch (code) {
            case 0 -> Priority.LOW;
            case 1 -> Priority.NORMAL;
            case 2 -> Priority.HIGH;
            default -> Priority.CRITICAL;
        };
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** A moment as the database takes it. */
    static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    /**
     * What is for everyone.
     *
     * @param number its place among all that is
     * @param notification what it says
     * @param expiresAt when it is of no more use
     */
    record Broadcast(long number, Notification notification, @Nullable Instant expiresAt) {

        Sending to(String userKey) {
            var recipient = new Recipients.Users(List.of(userKey));
            return new Sending(recipient, notification, expiresAt);
        }
    }
}
