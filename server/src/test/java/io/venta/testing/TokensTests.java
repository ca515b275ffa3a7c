package io.venta.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.venta.model.Role;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokensTests {

    private static final byte[] SECRET = Tokens.SECRET.getBytes(StandardCharsets.UTF_8);

    @Test
    void signsWhatServersVerify() throws Exception {
        var token = SignedJWT.parse(Tokens.ofVendor("v1").sign());
        assertThat(token.verify(new MACVerifier(SECRET))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("v1");
        assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of("VENDOR"));
        assertThat(claims.getStringClaim("vendor_id")).isEqualTo("v1");
        assertThat(claims.getExpirationTime()).isInTheFuture();
    }

    @Test
    void endsWhenTold() throws Exception {
        var end = Instant.parse("2020-01-01T00:00:00Z");
        var token = SignedJWT.parse(Tokens.of("alice").expiringAt(end).sign());
        assertThat(token.getJWTClaimsSet().getExpirationTime()).isEqualTo(end);
    }

    @Test
    void forgesTokensThatDoNotVerify() throws Exception {
        var honest = Tokens.of("alice", Role.CUSTOMER);
        var forged = SignedJWT.parse(honest.tampered(Map.of("roles", List.of("ADMIN"))));
        assertThat(forged.verify(new MACVerifier(SECRET))).isFalse();
        assertThat(forged.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("ADMIN");
        var foreign = SignedJWT.parse(honest.signWith("x".repeat(32)));
        assertThat(foreign.verify(new MACVerifier(SECRET))).isFalse();
        assertThat(PlainJWT.parse(honest.unsigned()).getJWTClaimsSet().getSubject())
                .isEqualTo("alice");
    }
}
