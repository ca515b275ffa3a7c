package io.venta.server.demo;

import io.venta.model.Role;
import io.venta.model.location.VendorId;
import io.venta.model.presence.DeviceType;
import io.venta.server.session.SessionClosed;
import io.venta.server.session.SessionOpened;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** The telephones of the demo's vendors: nobody is connected by them, yet they are present. */
@Component
@Profile("embedded")
final class DemoDevices {

    private static final String SESSION = "phone-";

    private final ApplicationEventPublisher events;

    DemoDevices(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Has a vendor come. */
    void connect(VendorId vendor) {
        events.publishEvent(
                new SessionOpened(
                        SESSION + vendor, user(vendor), null, DeviceType.MOBILE, "demo", null));
    }

    /** Has a vendor leave. */
    void disconnect(VendorId vendor) {
        events.publishEvent(new SessionClosed(SESSION + vendor, SessionClosed.CLOSED, false));
    }

    private static JwtAuthenticationToken user(VendorId vendor) {
        var token =
                Jwt.withTokenValue("none")
                        .header("alg", "none")
                        .subject(vendor.value())
                        .claim("vendor_id", vendor.value())
                        .build();
        return new JwtAuthenticationToken(
                token, List.of(new SimpleGrantedAuthority("ROLE_" + Role.VENDOR)));
    }
}
