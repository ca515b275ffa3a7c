package io.venta.server.vendor;

import io.venta.model.Role;
import io.venta.model.location.VendorId;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Access by the user's token: dispatchers and administrators watch all; everyone else what the
 * claim {@code vendors} lists, or all where it is absent, one by one.
 */
@Component
class JwtVendorAccess implements VendorAccess {

    @Override
    public boolean mayWatch(Principal user, VendorId vendor) {
        return mayWatchAll(user)
                || ownVendor(user).filter(vendor::equals).isPresent()
                || listed(user).map(ids -> ids.contains(vendor.value())).orElse(true);
    }

    @Override
    public boolean mayWatchAll(Principal user) {
        return has(user, Role.DISPATCHER) || has(user, Role.ADMIN);
    }

    @Override
    public boolean mayReport(Principal user, VendorId vendor) {
        return has(user, Role.SERVICE)
                || has(user, Role.ADMIN)
                || ownVendor(user).filter(vendor::equals).isPresent();
    }

    @Override
    public Optional<VendorId> ownVendor(Principal user) {
        if (!has(user, Role.VENDOR)) {
            return Optional.empty();
        }
        return token(user)
                .map(jwt -> jwt.getClaimAsString("vendor_id"))
                .filter(VendorId::isValid)
                .map(VendorId::new);
    }

    private static Optional<List<String>> listed(Principal user) {
        return token(user)
                .filter(jwt -> jwt.hasClaim("vendors"))
                .map(
                        jwt ->
                                Objects.requireNonNullElse(
                                        jwt.getClaimAsStringList("vendors"), List.of()));
    }

    private static boolean has(Principal user, Role role) {
        return user instanceof Authentication authentication
                && authentication.getAuthorities().stream()
                        .anyMatch(granted -> ("ROLE_" + role).equals(granted.getAuthority()));
    }

    private static Optional<Jwt> token(Principal user) {
        return user instanceof Authentication authentication
                        && authentication.getCredentials() instanceof Jwt jwt
                ? Optional.of(jwt)
                : Optional.empty();
    }
}
