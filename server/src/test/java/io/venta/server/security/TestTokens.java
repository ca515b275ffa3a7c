package io.venta.server.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Tokens by the test's secret, good unless they are spoilt. */
final class TestTokens {

    static final String SECRET = "a-secret-of-these-tests-alone-7c1f";

    private TestTokens() {}

    static String token(UnaryOperator<JWTClaimsSet.Builder> claims) {
        return signed(claims, SECRET);
    }

    static String signed(UnaryOperator<JWTClaimsSet.Builder> claims, String secret) {
        try {
            return signed(claims, new JWSHeader(JWSAlgorithm.HS256), new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String signed(
            UnaryOperator<JWTClaimsSet.Builder> claims, JWSHeader header, JWSSigner signer)
            throws JOSEException {
        var token = new SignedJWT(header, claims(claims));
        token.sign(signer);
        return token.serialize();
    }

    static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> claims) {
        var good =
                new JWTClaimsSet.Builder()
                        .subject("alice")
                        .claim("roles", List.of("CUSTOMER"))
                        .claim("exp", in(Duration.ofHours(1)));
        return claims.apply(good).build();
    }

    /** Seconds of a moment by the tests' clock. */
    static long in(Duration time) {
        return SettableClock.START.plus(time).getEpochSecond();
    }
}
