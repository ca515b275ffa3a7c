package io.venta.server.security;

import io.venta.model.Role;
import io.venta.model.location.VendorId;
import io.venta.server.vendor.VendorAccess;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;

/**
 * What a session may send: a table of frame type × destination × who, read from top to bottom, that
 * ends in deny. A destination matches whole or not at all.
 */
final class MessagePolicy implements AuthorizationManager<Message<?>> {

    private final List<Row> table;

    MessagePolicy(VendorAccess access) {
        Rule anyone = (_, _) -> true;
        Rule mayWatch =
                (user, destination) ->
                        access.mayWatch(user, new VendorId(destination.group("vendor")));
        Rule mayWatchAll = (user, _) -> access.mayWatchAll(user);
        Rule reporter = hasRole(Role.VENDOR, Role.SERVICE, Role.ADMIN);
        var vendor = "(?<vendor>[A-Za-z0-9_-]{1,64})";
        table =
                List.of(
                        row(SimpMessageType.CONNECT, "", anyone),
                        row(SimpMessageType.HEARTBEAT, "", anyone),
                        row(SimpMessageType.UNSUBSCRIBE, "", anyone),
                        row(SimpMessageType.DISCONNECT, "", anyone),
                        row(
                                SimpMessageType.SUBSCRIBE,
                                "/user/queue/(notifications|errors|replies)",
                                anyone),
                        row(
                                SimpMessageType.SUBSCRIBE,
                                "/topic/(location|vendor)\\.\\*",
                                mayWatchAll),
                        row(
                                SimpMessageType.SUBSCRIBE,
                                "/topic/(location|vendor)\\." + vendor,
                                mayWatch),
                        row(SimpMessageType.MESSAGE, "/app/(location|vendor)\\.report", reporter),
                        row(SimpMessageType.MESSAGE, "/app/session\\.ping", anyone));
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, Message<?> message) {
        var type = SimpMessageHeaderAccessor.getMessageType(message.getHeaders());
        var destination = SimpMessageHeaderAccessor.getDestination(message.getHeaders());
        if (type == SimpMessageType.HEARTBEAT || type == SimpMessageType.DISCONNECT) {
            // Also from sockets that never got as far as CONNECT, when they close.
            return new AuthorizationDecision(true);
        }
        var user = authentication.get();
        for (var row : table) {
            var match =
                    row.pattern()
                            .matcher(
                                    row.hasDestination() && destination != null ? destination : "");
            if (row.type() == type && match.matches()) {
                return new AuthorizationDecision(
                        user != null
                                && user.isAuthenticated()
                                && row.rule().allows(user, match.toMatchResult()));
            }
        }
        return new AuthorizationDecision(false);
    }

    private static Row row(SimpMessageType type, String destination, Rule rule) {
        return new Row(type, Pattern.compile(destination), !destination.isEmpty(), rule);
    }

    private static Rule hasRole(Role... roles) {
        var allowed = Arrays.stream(roles).map(role -> "ROLE_" + role).toList();
        return (user, _) ->
                user.getAuthorities().stream()
                        .anyMatch(granted -> allowed.contains(granted.getAuthority()));
    }

    private record Row(SimpMessageType type, Pattern pattern, boolean hasDestination, Rule rule) {}

    /** Decides for a user whose frame matched a row. */
    private interface Rule {
        boolean allows(Authentication user, MatchResult destination);
    }
}
