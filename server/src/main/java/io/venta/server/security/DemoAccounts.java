package io.venta.server.security;

import io.venta.model.Role;
import io.venta.model.session.LoginReply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** One account a role, for the first look; all with one password, made at each start. */
@Component
@Profile("embedded")
class DemoAccounts {

    private static final Logger log = LoggerFactory.getLogger(DemoAccounts.class);
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(12);
    private static final Map<String, Role> ROLES =
            Map.of(
                    "demo-customer", Role.CUSTOMER,
                    "demo-dispatcher", Role.DISPATCHER,
                    "demo-vendor", Role.VENDOR,
                    "demo-service", Role.SERVICE,
                    "demo-admin", Role.ADMIN);

    private final String password;
    private final NimbusJwtEncoder encoder;
    private final TokenSettings tokens;
    private final Clock clock;

    DemoAccounts(DemoSettings settings, SecretKey embeddedKey, TokenSettings tokens, Clock clock) {
        this.password = settings.password().isEmpty() ? newPassword() : settings.password();
        this.encoder =
                NimbusJwtEncoder.withSecretKey(embeddedKey).algorithm(MacAlgorithm.HS256).build();
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A token for an account; empty where name or password is wrong. */
    Optional<LoginReply> login(String username, String givenPassword) {
        var role = ROLES.get(username);
        var matches =
                MessageDigest.isEqual(
                        password.getBytes(StandardCharsets.UTF_8),
                        givenPassword.getBytes(StandardCharsets.UTF_8));
        return role != null && matches ? Optional.of(token(username, role)) : Optional.empty();
    }

    private LoginReply token(String username, Role role) {
        var now = clock.instant();
        var expiresAt = now.plus(TOKEN_LIFETIME);
        var claims =
                JwtClaimsSet.builder()
                        .subject(username)
                        .claim(tokens.userClaim(), username)
                        .claim(tokens.rolesClaim(), List.of(role.name()))
                        .id(UUID.randomUUID().toString())
                        .issuedAt(now)
                        .expiresAt(expiresAt);
        if (!tokens.issuerUri().isEmpty()) {
            claims.issuer(tokens.issuerUri());
        }
        if (!tokens.audience().isEmpty()) {
            claims.audience(List.of(tokens.audience()));
        }
        if (role == Role.VENDOR) {
            claims.claim("vendor_id", username);
        }
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        var token = encoder.encode(JwtEncoderParameters.from(header, claims.build()));
        return new LoginReply(token.getTokenValue(), expiresAt);
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void announce() {
        log.info(
                "Demo accounts: {}; password: {}",
                String.join(", ", ROLES.keySet().stream().sorted().toList()),
                password);
    }

    private static String newPassword() {
        var bytes = new byte[6];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
