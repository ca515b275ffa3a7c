package io.venta.server.security;

import static org.springframework.messaging.simp.stomp.StompCommand.CONNECT;
import static org.springframework.messaging.simp.stomp.StompCommand.DISCONNECT;
import static org.springframework.messaging.simp.stomp.StompCommand.SEND;
import static org.springframework.messaging.simp.stomp.StompCommand.STOMP;
import static org.springframework.messaging.simp.stomp.StompCommand.SUBSCRIBE;
import static org.springframework.messaging.simp.stomp.StompCommand.UNSUBSCRIBE;

import io.venta.model.ErrorCode;
import io.venta.model.Role;
import io.venta.model.UserKey;
import io.venta.model.location.VendorId;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.vendor.VendorAccess;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * What a session may send: a table of frame type × destination × who, read from top to bottom, that
 * ends in deny. A destination matches whole or not at all.
 *
 * <p>It has the whole contract, parts that this server does not have too: who is let through to one
 * of those is refused by the relay, which finds nobody who takes the frame.
 */
@Component
final class MessagePolicy implements AuthorizationManager<Message<?>> {

    private static final String ANY = "(?s).*";
    private static final String VENDOR = "(?<vendor>[A-Za-z0-9_-]{1,64})";
    private static final String ROOM = "(?<room>[A-Za-z0-9_-]{1,64})";
    private static final String USER =
            "(?=.{1,230}\\z)(?<user>(?:[A-Za-z0-9_-]|~[0-9a-f]{2}){1,230})";
    private static final String GEOHASH = "[0-9b-hjkmnp-z]{3,7}";

    private final List<Row> table;

    MessagePolicy(VendorAccess access) {
        Rule anyone = (_, _) -> true;
        Rule watcher =
                (user, destination) ->
                        access.mayWatch(user, new VendorId(destination.group("vendor")));
        Rule watcherOfAll = (user, _) -> access.mayWatchAll(user);
        Rule overseer = hasRole(Role.DISPATCHER, Role.ADMIN);
        Rule oneself =
                (user, destination) ->
                        UserKey.of(user.getName()).value().equals(destination.group("user"));
        Rule reporter = hasRole(Role.VENDOR, Role.SERVICE, Role.ADMIN);
        table =
                List.of(
                        row(CONNECT, ANY, anyone),
                        row(STOMP, ANY, anyone),
                        row(UNSUBSCRIBE, ANY, anyone),
                        row(DISCONNECT, ANY, anyone),
                        row(SUBSCRIBE, "/user/queue/(notifications|errors|replies)", anyone),
                        row(SUBSCRIBE, "/topic/(location|vendor)\\.\\*", watcherOfAll),
                        row(SUBSCRIBE, "/topic/(location|vendor)\\." + VENDOR, watcher),
                        row(SUBSCRIBE, "/topic/area\\." + GEOHASH, anyone),
                        row(SUBSCRIBE, "/topic/presence\\.vendor\\.\\*", watcherOfAll),
                        row(SUBSCRIBE, "/topic/presence\\.vendor\\." + VENDOR, watcher),
                        row(SUBSCRIBE, "/topic/presence\\.user\\.\\*", overseer),
                        row(SUBSCRIBE, "/topic/presence\\.user\\." + USER, oneself.or(overseer)),
                        row(SUBSCRIBE, "/topic/room\\." + ROOM, MessagePolicy::isMember),
                        row(SEND, "/app/(location|vendor)\\.report", reporter),
                        row(SEND, "/app/presence\\.(report|activity)", anyone),
                        row(
                                SEND,
                                "/app/room\\." + ROOM + "\\.(message|typing)",
                                MessagePolicy::isMember),
                        row(SEND, "/app/notification\\.(read|received)", anyone),
                        row(SEND, "/app/session\\.(refresh|ping)", anyone));
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, Message<?> message) {
        var frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        if (frame == null) {
            return new AuthorizationDecision(false);
        }
        if (isHeartbeat(frame) || frame.getCommand() == DISCONNECT) {
            // Also from sockets that never got as far as CONNECT, when they close.
            return new AuthorizationDecision(true);
        }
        return new AuthorizationDecision(allows(authentication.get(), frame));
    }

    private boolean allows(@Nullable Authentication user, StompHeaderAccessor frame) {
        if (user == null || !user.isAuthenticated()) {
            return false;
        }
        for (var row : table) {
            var match = row.match(frame);
            if (match != null) {
                return row.rule().allows(user, match);
            }
        }
        return false;
    }

    private static boolean isHeartbeat(StompHeaderAccessor frame) {
        return frame.getCommand() == null && frame.getMessageType() == SimpMessageType.HEARTBEAT;
    }

    /** Nobody is one, since there are no rooms; and what is not there has an answer of its own. */
    private static boolean isMember(Authentication user, MatchResult destination) {
        throw new RejectedMessageException(
                ErrorCode.INVALID_ROOM, "There is no room " + destination.group("room"));
    }

    private static Rule hasRole(Role... roles) {
        var allowed = Arrays.stream(roles).map(role -> "ROLE_" + role).toList();
        return (user, _) ->
                user.getAuthorities().stream()
                        .anyMatch(granted -> allowed.contains(granted.getAuthority()));
    }

    private static Row row(StompCommand command, String destination, Rule rule) {
        return new Row(command, Pattern.compile(destination), rule);
    }

    /** Frames that one rule decides. */
    private record Row(StompCommand command, Pattern destination, Rule rule) {

        @Nullable MatchResult match(StompHeaderAccessor frame) {
            if (frame.getCommand() != command) {
                return null;
            }
            var given = Objects.requireNonNullElse(frame.getDestination(), "");
            var matcher = destination.matcher(given);
            return matcher.matches() ? matcher.toMatchResult() : null;
        }
    }

    /** Decides for a user whose frame matched a row. */
    private interface Rule {
        boolean allows(Authentication user, MatchResult destination);

        default Rule or(Rule other) {
            return (user, destination) ->
                    allows(user, destination) || other.allows(user, destination);
        }
    }
}
