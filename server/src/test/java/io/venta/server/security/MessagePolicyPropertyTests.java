package io.venta.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.messaging.simp.stomp.StompCommand.SEND;
import static org.springframework.messaging.simp.stomp.StompCommand.SUBSCRIBE;

import io.venta.model.Role;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.vendor.TestUsers;
import io.venta.testing.Permission;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;

/** Whatever a destination is made of: what is let through is in the grammar, read another way. */
class MessagePolicyPropertyTests {

    private static final Set<String> SENT_TO =
            Set.of(
                    "location.report",
                    "vendor.report",
                    "presence.report",
                    "presence.activity",
                    "notification.read",
                    "notification.received",
                    "session.refresh",
                    "session.ping");

    private static final List<String> PIECES =
            List.of(
                    "/",
                    "//",
                    ".",
                    "..",
                    "/../",
                    "topic",
                    "app",
                    "user",
                    "queue",
                    "exchange",
                    "amq",
                    "location",
                    "vendor",
                    "presence",
                    "area",
                    "room",
                    "session",
                    "report",
                    "errors",
                    "notifications",
                    "replies",
                    "v1",
                    "9q8yy",
                    "alice",
                    "*",
                    "**",
                    "#",
                    ">",
                    "%2e",
                    "%",
                    "~2e",
                    "~",
                    "\0",
                    "\n",
                    "\r",
                    "\t",
                    " ",
                    ":",
                    "\\",
                    "／",
                    "．",
                    "․",
                    "∗",
                    "\u200b",
                    "\u202e",
                    "\ufeff",
                    "ż",
                    "\ud83d",
                    "");

    private final MessagePolicy policy = new MessagePolicy(TestUsers.access());

    @Property
    void letsThroughOnlyWhatIsInTheGrammar(
            @ForAll Role role, @ForAll StompCommand command, @ForAll("destinations") String given) {
        if (isAllowed(role, command, given)) {
            switch (command) {
                case SUBSCRIBE -> assertThat(isSubscribedTo(given, role)).as(given).isTrue();
                case SEND -> assertThat(isSentTo(given)).as(given).isTrue();
                default ->
                        assertThat(command.name())
                                .isIn("CONNECT", "STOMP", "UNSUBSCRIBE", "DISCONNECT");
            }
        }
    }

    /** The same without the luck that it takes to hit one: a letter more, less or another. */
    @Property
    void letsThroughNothingThatOnlyLooksAlike(
            @ForAll Role role,
            @ForAll("permitted") Permission permitted,
            @ForAll("pieces") String piece,
            @ForAll int at,
            @ForAll boolean instead) {
        var right = permitted.destination();
        var place = Math.floorMod(at, right.length() + 1);
        var rest = Math.min(right.length(), place + (instead ? 1 : 0));
        var given = right.substring(0, place) + piece + right.substring(rest);
        var command = StompCommand.valueOf(permitted.command());
        if (isAllowed(role, command, given)) {
            assertThat(command == SEND ? isSentTo(given) : isSubscribedTo(given, role))
                    .as(given)
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES);
    }

    @Provide
    Arbitrary<Permission> permitted() {
        return Arbitraries.of(Permission.all().toList());
    }

    @Provide
    Arbitrary<String> destinations() {
        var ours =
                Combinators.combine(
                                Arbitraries.of("/topic/", "/app/", "/user/queue/", ""),
                                pieces().list().ofMaxSize(6))
                        .as((start, rest) -> start + String.join("", rest));
        return Arbitraries.oneOf(ours, ours, Arbitraries.strings());
    }

    private boolean isAllowed(Role role, StompCommand command, String destination) {
        var frame = StompHeaderAccessor.create(command);
        frame.setDestination(destination);
        frame.setSessionId("s1");
        var message = MessageBuilder.createMessage(new byte[0], frame.getMessageHeaders());
        try {
            return policy.authorize(() -> TestUsers.user(role), message).isGranted();
        } catch (RejectedMessageException e) {
            return false;
        }
    }

    private static boolean isSentTo(String destination) {
        return destination.startsWith("/app/") && SENT_TO.contains(destination.substring(5));
    }

    private static boolean isSubscribedTo(String destination, Role role) {
        if (destination.startsWith("/user/")) {
            var queue = destination.substring("/user/".length());
            return List.of("queue/errors", "queue/replies", "queue/notifications").contains(queue);
        }
        if (!destination.startsWith("/topic/")) {
            return false;
        }
        var words = List.of(destination.substring("/topic/".length()).split("\\.", -1));
        var key = words.getLast();
        var isEverything = key.equals("*") && Set.of(Role.DISPATCHER, Role.ADMIN).contains(role);
        return switch (String.join(".", words.subList(0, words.size() - 1))) {
            case "location", "vendor", "presence.vendor" -> isEverything || isId(key);
            case "presence.user" -> isEverything || isUserKey(key);
            case "area" ->
                    key.length() >= 3
                            && key.length() <= 7
                            && consistsOf(
                                    key, c -> "0123456789bcdefghjkmnpqrstuvwxyz".indexOf(c) >= 0);
            default -> false;
        };
    }

    private static boolean isId(String key) {
        return !key.isEmpty()
                && key.length() <= 64
                && consistsOf(key, MessagePolicyPropertyTests::isPlain);
    }

    private static boolean isUserKey(String key) {
        return !key.isEmpty()
                && key.length() <= 230
                && consistsOf(key, c -> isPlain(c) || c == '~');
    }

    private static boolean consistsOf(String text, IntPredicate characters) {
        return text.chars().allMatch(characters);
    }

    private static boolean isPlain(int c) {
        return c == '_' || c == '-' || (c < 0x80 && Character.isLetterOrDigit(c));
    }
}
