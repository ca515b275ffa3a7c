package io.venta.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.venta.model.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Mints the tokens that tests sign in with, right and wrong ones.
 *
 * <p>Immutable: each {@code with…} answers a new one. {@link ServerProcess} is started with {@link
 * #SECRET}.
 */
public final class Tokens {

    /** The HS256 secret that tests and their servers share. */
    public static final String SECRET = "only-for-tests/" + UUID.randomUUID();

    private final JWTClaimsSet claims;

    private Tokens(JWTClaimsSet claims) {
        this.claims = claims;
    }

    /** A token of a user with these roles, good for an hour. */
    public static Tokens of(String user, Role... roles) {
        var now = Instant.now();
        return new Tokens(
                new JWTClaimsSet.Builder()
                        .subject(user)
                        .claim("roles", Arrays.stream(roles).map(Role::name).toList())
                        .issueTime(java.util.Date.from(now.minus(Duration.ofHours(1))))
                        .expirationTime(java.util.Date.from(now.plus(Duration.ofHours(1))))
                        .jwtID(UUID.randomUUID().toString())
                        .build());
    }

    /** A token of a vendor: the user {@code vendorId} with the role VENDOR. */
    public static Tokens ofVendor(String vendorId) {
        return of(vendorId, Role.VENDOR).with("vendor_id", vendorId);
    }

    /** With a claim set; {@code null} removes it. */
    public Tokens with(String claim, @org.jspecify.annotations.Nullable Object value) {
        return new Tokens(new JWTClaimsSet.Builder(claims).claim(claim, value).build());
    }

    /** With the only vendors that a customer may watch. */
    public Tokens withVendors(String... vendorIds) {
        return with("vendors", List.of(vendorIds));
    }

    /** With another end; one that has passed makes an expired token. */
    public Tokens expiringAt(Instant end) {
        return with("exp", end.getEpochSecond());
    }

    /** Signed with {@link #SECRET}. */
    public String sign() {
        return signWith(SECRET);
    }

    /** Signed with another secret of at least 32 bytes. */
    public String signWith(String secret) {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("Cannot sign with this secret", e);
        }
        return token.serialize();
    }

    /** Signed by an identity provider with its newest key, which is an RSA key. */
    public String signBy(IdentityProvider provider) {
        return provider.sign(JWSAlgorithm.RS256, claims);
    }

    /** Not signed at all: {@code alg} is {@code none}. */
    public String unsigned() {
        return new PlainJWT(claims).serialize();
    }

    /** Signed, and then given other claims. */
    public String tampered(Map<String, Object> otherClaims) {
        var forged = new JWTClaimsSet.Builder(claims);
        otherClaims.forEach(forged::claim);
        var parts = sign().split("\\.", -1);
        var payload = forged.build().toPayload().toBase64URL();
        return parts[0] + "." + payload + "." + parts[2];
    }
}
