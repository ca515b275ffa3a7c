package io.venta.server.notification;

import io.venta.model.ErrorCode;
import io.venta.model.Role;
import io.venta.model.UserKey;
import io.venta.model.location.VendorId;
import io.venta.model.notification.NotificationPage;
import io.venta.model.notification.NotificationRequest;
import io.venta.model.notification.NotificationState;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.notification.Recipients.Everyone;
import io.venta.server.session.Roles;
import java.security.Principal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A user's own notifications, and sending some to others. */
@RestController
@RequestMapping("/api/notifications")
class NotificationsController {

    private static final int MAX_LIMIT = 200;

    private final JsonPayloads payloads;
    private final Notifications notifications;
    private final Sendings sendings;
    private final Outbound outbound;
    private final VendorUsers vendorUsers;

    NotificationsController(
            JsonPayloads payloads,
            Notifications notifications,
            Sendings sendings,
            Outbound outbound,
            VendorUsers vendorUsers) {
        this.payloads = payloads;
        this.notifications = notifications;
        this.sendings = sendings;
        this.outbound = outbound;
        this.vendorUsers = vendorUsers;
    }

    @GetMapping
    NotificationPage page(
            @RequestParam @Nullable String before,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam @Nullable String type,
            @RequestParam @Nullable String state,
            Principal user) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw invalid("limit must be 1 to " + MAX_LIMIT);
        }
        if (type != null && type.chars().anyMatch(Character::isISOControl)) {
            throw invalid("type must be a notification's type");
        }
        var query = new HistoryQuery(position(before), limit, type, states(state));
        return notifications.history(UserKey.of(user.getName()).value(), query);
    }

    /** Accepted once it is kept; sent again with the same key it is the same one. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> send(
            @RequestBody byte[] body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal user) {
        var request = payloads.read(body, NotificationRequest.class);
        var id = key == null ? UUID.randomUUID().toString() : Sendings.id(key);
        outbound.send(sendings.sending(id, recipients(request, user), request));
        return Map.of("id", id);
    }

    private Recipients recipients(NotificationRequest request, Principal user) {
        var vendor = request.vendorId();
        var mayAll = Roles.has(user, Role.SERVICE, Role.ADMIN);
        if (vendor != null && (mayAll || Roles.has(user, Role.DISPATCHER))) {
            if (!VendorId.isValid(vendor) || request.userIds() != null) {
                throw invalid("vendorId must be a vendor's id, without userIds beside it");
            }
            return new Recipients.Users(vendorUsers.of(new VendorId(vendor)));
        }
        if (!mayAll) {
            throw new RejectedMessageException(
                    ErrorCode.AUTHORIZATION_FAILED, "You may not send to these");
        }
        return request.userIds() == null ? new Everyone() : Sendings.users(request.userIds());
    }

    private static long position(@Nullable String before) {
        try {
            return before == null || before.isEmpty() ? Long.MAX_VALUE : Long.parseLong(before);
        } catch (NumberFormatException e) {
            throw (RejectedMessageException)
                    invalid("before must be what a page gave as next").initCause(e);
        }
    }

    private static Set<NotificationState> states(@Nullable String state) {
        if (state == null || state.isEmpty()) {
            return EnumSet.allOf(NotificationState.class);
        }
        try {
            return Arrays.stream(state.toUpperCase(Locale.ROOT).split(",", -1))
                    .map(NotificationState::valueOf)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw (RejectedMessageException)
                    invalid("state must be of CREATED, DELIVERED, READ").initCause(e);
        }
    }

    private static RejectedMessageException invalid(String reason) {
        return new RejectedMessageException(ErrorCode.INVALID_MESSAGE, reason);
    }
}
