package io.venta.server.session;

import io.venta.model.Role;
import java.security.Principal;
import java.util.Arrays;
import org.springframework.security.core.Authentication;

/** What a user may be. */
public final class Roles {

    private Roles() {}

    /** Whether a user has one of the roles. */
    public static boolean has(Principal user, Role... roles) {
        return user instanceof Authentication signedIn
                && signedIn.getAuthorities().stream()
                        .anyMatch(
                                granted ->
                                        Arrays.stream(roles)
                                                .anyMatch(
                                                        role ->
                                                                ("ROLE_" + role)
                                                                        .equals(
                                                                                granted
                                                                                        .getAuthority())));
    }
}
