package io.venta.testing;

import io.venta.model.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A line of the contract's table of who may send what.
 *
 * @param command of the frame
 * @param destination one of the family that the line is about
 * @param roles who may
 * @param answer what they are answered: RECEIPT, or the code that says that it is not served, or of
 *     a refresh that its token does not verify
 */
public record Permission(String command, String destination, Set<Role> roles, String answer) {

    private static final String REFUSED = "AUTHORIZATION_FAILED";

    /** Of the user {@code alice}, and a vendor {@code v1} that all but one user may watch. */
    private static final String TABLE =
            """
            SEND      | /app/location.report          | VENDOR SERVICE ADMIN | RECEIPT
            SEND      | /app/vendor.report            | VENDOR SERVICE ADMIN | RECEIPT
            SEND      | /app/presence.report          | anyone               | RECEIPT
            SEND      | /app/presence.activity        | anyone               | RECEIPT
            SEND      | /app/room.r1.message          | anyone               | INVALID_ROOM
            SEND      | /app/room.r1.typing           | anyone               | INVALID_ROOM
            SEND      | /app/notification.read        | anyone               | RECEIPT
            SEND      | /app/notification.received    | anyone               | RECEIPT
            SEND      | /app/session.refresh          | anyone               | INVALID_MESSAGE
            SEND      | /app/session.ping             | anyone               | RECEIPT
            SUBSCRIBE | /topic/location.v1            | anyone               | RECEIPT
            SUBSCRIBE | /topic/location.*             | DISPATCHER ADMIN     | RECEIPT
            SUBSCRIBE | /topic/vendor.v1              | anyone               | RECEIPT
            SUBSCRIBE | /topic/vendor.*               | DISPATCHER ADMIN     | RECEIPT
            SUBSCRIBE | /topic/area.9q8               | anyone               | INVALID_MESSAGE
            SUBSCRIBE | /topic/area.9q8yyk8           | anyone               | INVALID_MESSAGE
            SUBSCRIBE | /topic/presence.vendor.v1     | anyone               | RECEIPT
            SUBSCRIBE | /topic/presence.vendor.*      | DISPATCHER ADMIN     | RECEIPT
            SUBSCRIBE | /topic/presence.user.alice    | anyone               | RECEIPT
            SUBSCRIBE | /topic/presence.user.bob~2ex  | DISPATCHER ADMIN     | RECEIPT
            SUBSCRIBE | /topic/presence.user.*        | DISPATCHER ADMIN     | RECEIPT
            SUBSCRIBE | /topic/room.r1                | anyone               | INVALID_ROOM
            SUBSCRIBE | /user/queue/notifications     | anyone               | RECEIPT
            SUBSCRIBE | /user/queue/errors            | anyone               | RECEIPT
            SUBSCRIBE | /user/queue/replies           | anyone               | RECEIPT
            """;

    /** All lines. */
    public static Stream<Permission> all() {
        return TABLE.lines().map(Permission::parse);
    }

    /** What a user with a role is answered. */
    public String answer(Role role) {
        return roles.contains(role) ? answer : REFUSED;
    }

    /** A body that the destination takes. */
    public String body() {
        return switch (destination) {
            case "/app/location.report" ->
                    "{\"vendorId\":\"v1\",\"location\":{\"lat\":1,\"long\":2}}";
            case "/app/vendor.report" -> "{\"vendorId\":\"v1\",\"name\":\"One\"}";
            case "/app/notification.read", "/app/notification.received" -> "{\"ids\":[\"n1\"]}";
            case "/app/presence.report" -> "{\"status\":\"BUSY\"}";
            case "/app/presence.activity" -> "{\"type\":\"ACTIVE\"}";
            case "/app/session.refresh" -> "{\"token\":\"x\"}";
            case "/app/session.ping" -> "{\"sentAt\":\"2026-03-01T10:00:00Z\"}";
            default -> command.equals("SEND") ? "{}" : "";
        };
    }

    private static Permission parse(String line) {
        var cells = List.of(line.split(" *\\| *", -1));
        return new Permission(cells.get(0), cells.get(1), roles(cells.get(2)), cells.get(3));
    }

    private static Set<Role> roles(String names) {
        return names.equals("anyone")
                ? EnumSet.allOf(Role.class)
                : EnumSet.copyOf(Arrays.stream(names.split(" ")).map(Role::valueOf).toList());
    }
}
