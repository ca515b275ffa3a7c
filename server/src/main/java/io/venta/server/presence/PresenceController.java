package io.venta.server.presence;

import io.venta.model.presence.PresenceActivity;
import io.venta.model.presence.PresenceReport;
import io.venta.server.error.JsonPayloads;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.stereotype.Controller;

/** Takes what users say of their own device. */
@Controller
class PresenceController {

    private static final String SESSION = SimpMessageHeaderAccessor.SESSION_ID_HEADER;

    private final JsonPayloads payloads;
    private final OwnDevices devices;

    PresenceController(JsonPayloads payloads, OwnDevices devices) {
        this.payloads = payloads;
        this.devices = devices;
    }

    @MessageMapping("/presence.report")
    void report(byte[] body, @Header(SESSION) String session) {
        devices.says(session, payloads.read(body, PresenceReport.class).status());
    }

    @MessageMapping("/presence.activity")
    void activity(byte[] body, @Header(SESSION) String session) {
        var activity = payloads.read(body, PresenceActivity.class);
        switch (activity.type()) {
            case VIEWING -> devices.views(session, activity.target());
            case TYPING -> devices.types(session, activity.target());
            case ACTIVE -> {
                devices.views(session, null);
                devices.types(session, null);
            }
        }
    }
}
