package io.venta.server.vendor;

import io.venta.model.Role;
import io.venta.model.location.VendorId;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Access by the user's token: dispatchers and administrators watch all; everyone else what the
 * claim {@code vendors} lists, or any where it is absent, one by one.
 */
@Component
class JwtVendorAccess implements VendorAccess {

    @Override
    public boolean mayWatch(Principal user, VendorId vendor) {
        return watchable(user).map(ids -> ids.contains(vendor)).orElse(true);
    }

    @Override
    public Optional<Set<VendorId>> watchable(Principal user) {
        if (mayWatchAll(user)) {
            return Optional.empty();
        }
        return listed(user)
                .map(
                        ids ->
                                Stream.concat(ids, ownVendor(user).stream())
                                        .collect(Collectors.toUnmodifiableSet()));
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

    /** What the token lists; who has no token has an empty list. */
    private static Optional<Stream<VendorId>> listed(Principal user) {
        var token = token(user);
        if (token.isPresent() && !token.get().hasClaim("vendors")) {
            return Optional.empty();
        }
        return Optional.of(
                token.map(jwt -> jwt.getClaimAsStringList("vendors")).stream()
                        .flatMap(List::stream)
                        .filter(VendorId::isValid)
                        .map(VendorId::new));
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
