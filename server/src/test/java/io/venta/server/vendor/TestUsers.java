package io.venta.server.vendor;

import io.venta.model.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Users as a verified token makes them. */
public final class TestUsers {

    private TestUsers() {}

    /** A user by roles. */
    public static JwtAuthenticationToken user(Role... roles) {
        return user(Map.of(), roles);
    }

    /** A vendor that is itself. */
    public static JwtAuthenticationToken vendor(String vendorId) {
        return user(Map.of("vendor_id", vendorId), Role.VENDOR);
    }

    /** A user by claims and roles. */
    public static JwtAuthenticationToken user(Map<String, Object> claims, Role... roles) {
        var all = new HashMap<>(claims);
        all.putIfAbsent("sub", "alice");
        var token =
                Jwt.withTokenValue("t")
                        .header("alg", "HS256")
                        .claims(c -> c.putAll(all))
                        .expiresAt(Instant.parse("2026-03-01T13:00:00Z"))
                        .build();
        var authorities =
                Stream.of(roles).map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
        return new JwtAuthenticationToken(token, authorities);
    }

    /** The rules that the product runs with. */
    public static VendorAccess access() {
        return new JwtVendorAccess();
    }
}
