package io.venta.server.presence;

import io.venta.model.ErrorCode;
import io.venta.model.Role;
import io.venta.model.session.DeviceSession;
import io.venta.model.session.DeviceSessions;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.session.Roles;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells users of their live connections, on whichever node; an administrator of anybody's. */
@RestController
class SessionQueryController {

    private final PresenceView view;

    SessionQueryController(PresenceView view) {
        this.view = view;
    }

    @GetMapping("/api/sessions")
    DeviceSessions sessions(
            @RequestParam(required = false) @Nullable String user, Principal asking) {
        var whose = user == null ? asking.getName() : user;
        if (!whose.equals(asking.getName()) && !Roles.has(asking, Role.ADMIN)) {
            throw new RejectedMessageException(
                    ErrorCode.AUTHORIZATION_FAILED, "Others' sessions are for administrators");
        }
        return new DeviceSessions(
                view.devices(whose).stream().map(SessionQueryController::show).toList());
    }

    private static DeviceSession show(Device device) {
        return new DeviceSession(
                device.session(),
                device.user(),
                device.vendor(),
                device.id(),
                device.type(),
                device.status(),
                device.node(),
                device.address(),
                device.since(),
                device.expiresAt(),
                device.subscriptions());
    }
}
