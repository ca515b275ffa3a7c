package io.venta.server.notification;

import io.venta.model.ErrorCode;
import io.venta.model.UserKey;
import io.venta.model.notification.Notification;
import io.venta.model.notification.NotificationRequest;
import io.venta.model.notification.Priority;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.notification.Recipients.Everyone;
import io.venta.server.notification.Recipients.Users;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what services and people send, strictly: what is no notification is refused. */
@Component
class Sendings {

    private static final Pattern USER = Pattern.compile("user\\.([A-Za-z0-9_~-]{1,230})");
    private static final int MAX_ID = 255;
    private static final int MAX_BYTES = 16_384;
    private static final int MAX_BYTES_OF_MANY = 65_536;

    private final JsonPayloads payloads;
    private final Clock clock;

    Sendings(JsonPayloads payloads, Clock clock) {
        this.payloads = payloads;
        this.clock = clock;
    }

    /**
     * Reads what a service has published.
     *
     * @throws RejectedMessageException if it is no notification; the reason says why
     */
    Sending read(Arrival arrival) {
        var id = id(arrival.messageId());
        var key = arrival.routingKey();
        var most = key.equals("users") ? MAX_BYTES_OF_MANY : MAX_BYTES;
        if (arrival.body().length > most) {
            throw invalid("A notification has at most " + most / 1024 + " KiB");
        }
        var request = payloads.read(arrival.body(), NotificationRequest.class);
        return sending(id, recipients(key, request), request);
    }

    /** What somebody sends, once it is known to whom. */
    Sending sending(String id, Recipients recipients, NotificationRequest request) {
        checkCharacters(request.type() + request.title());
        checkCharacters(request.message().replaceAll("[\\n\\r\\t]", ""));
        var notification =
                new Notification(
                        id,
                        request.type(),
                        request.title(),
                        request.message(),
                        request.priority() == null ? Priority.NORMAL : request.priority(),
                        request.actionUrl(),
                        request.data(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        null);
        return new Sending(recipients, notification, request.expiresAt());
    }

    /**
     * The id by which a sender knows its message again.
     *
     * @throws RejectedMessageException if there is none, or it is too long
     */
    static String id(@Nullable String id) {
        if (id == null || id.isBlank() || id.length() > MAX_ID) {
            throw invalid("A notification needs a message-id of at most 255 characters");
        }
        checkCharacters(id);
        return id;
    }

    /**
     * Users by their ids.
     *
     * @throws RejectedMessageException if there is none, or one of them cannot be an id
     */
    static Users users(@Nullable List<String> ids) {
        if (ids == null) {
            throw invalid("userIds is required");
        }
        try {
            return new Users(ids.stream().map(id -> UserKey.of(id).value()).distinct().toList());
        } catch (IllegalArgumentException e) {
            throw invalid("userIds: " + e.getMessage());
        }
    }

    private static Recipients recipients(String key, NotificationRequest request) {
        var user = USER.matcher(key);
        if (user.matches()) {
            return new Users(List.of(user.group(1)));
        }
        return switch (key) {
            case "users" -> users(request.userIds());
            case "broadcast" -> new Everyone();
            default -> throw invalid("A notification goes to user.<userKey>, users or broadcast");
        };
    }

    /** PostgreSQL keeps no zeros, and no screen shows the others. */
    private static void checkCharacters(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw invalid("There are no control characters in a notification");
        }
    }

    private static RejectedMessageException invalid(String reason) {
        return new RejectedMessageException(ErrorCode.INVALID_MESSAGE, reason);
    }
}
