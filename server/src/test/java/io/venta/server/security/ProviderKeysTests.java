package io.venta.server.security;

import static io.venta.server.security.TestTokens.claims;
import static io.venta.server.security.TestTokens.in;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import io.venta.testing.IdentityProvider;
import io.venta.testing.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderKeysTests {

    /** Half of what twenty reads of a provider that hangs would take; one takes two seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SettableClock clock = new SettableClock();
    private final IdentityProvider provider = IdentityProvider.start();
    private final TokenVerifier verifier = verifier(provider.keySet().toString(), "");

    @AfterEach
    void close() {
        provider.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256"})
    void verifiesByAnRsaKey(String algorithm) {
        assertLetsIn(verifier, provider.sign(JWSAlgorithm.parse(algorithm), claims(c -> c)));
    }

    @Test
    void verifiesByAnEllipticKey() throws Exception {
        provider.rotateToElliptic();

        assertLetsIn(verifier, provider.sign(JWSAlgorithm.ES256, claims(c -> c)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS384", "PS512"})
    void refusesAlgorithmsThatAreNotNamed(String algorithm) {
        var token = provider.sign(JWSAlgorithm.parse(algorithm), claims(c -> c));

        assertRefused(verifier, token, ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void refusesAMacByThePublicKey() throws Exception {
        var key = (RSAKey) provider.publicKey();
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build();
        for (var secret :
                List.of(key.toRSAPublicKey().getEncoded(), key.toJSONString().getBytes(UTF_8))) {
            var token = TestTokens.signed(c -> c, header, new MACSigner(secret));

            assertRefused(verifier, token, ErrorCode.AUTHENTICATION_FAILED);
        }
    }

    @Test
    void refusesATokenWithoutSignature() {
        var unsigned = new PlainJWT(claims(c -> c)).serialize();
        var stripped = signed(c -> c).replaceAll("[^.]+$", "");

        assertRefused(verifier, unsigned, ErrorCode.AUTHENTICATION_FAILED);
        assertRefused(verifier, stripped, ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void refusesAKeyOfSomebodyElseUnderTheSameName() {
        try (var other = IdentityProvider.start()) {
            assertRefused(
                    verifier,
                    other.sign(JWSAlgorithm.RS256, claims(c -> c)),
                    ErrorCode.AUTHENTICATION_FAILED);
        }
    }

    @Test
    void findsTheKeysThroughTheIssuerAndAsksForIt() {
        var byIssuer = verifier("", provider.issuer());

        assertLetsIn(byIssuer, signed(c -> c.issuer(provider.issuer())));
        assertRefused(byIssuer, signed(c -> c), ErrorCode.AUTHENTICATION_FAILED);
        assertRefused(
                byIssuer,
                signed(c -> c.issuer(provider.issuer() + "/")),
                ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void looksAtTheTokensTimesToo() {
        var token =
                signed(
                        c ->
                                c.claim("exp", in(Duration.ofMinutes(5)))
                                        .claim("nbf", in(Duration.ofSeconds(90))));
        assertRefused(verifier, token, ErrorCode.AUTHENTICATION_FAILED);

        clock.advance(Duration.ofSeconds(30));
        assertLetsIn(verifier, token);

        clock.advance(Duration.ofSeconds(331));
        assertRefused(verifier, token, ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void takesNewKeysWithoutARestartAndLetsOldOnesGo() throws Exception {
        var old = signed(c -> c);
        assertLetsIn(verifier, old);

        provider.rotate();

        assertLetsIn(verifier, signed(c -> c));
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> verifier.verify(old));
    }

    @Test
    void readsTheKeysSeldomHoweverManyAreMadeUp() {
        assertLetsIn(verifier, signed(c -> c));
        try (var stranger = IdentityProvider.start()) {
            var forged = stranger.sign(JWSAlgorithm.RS256, claims(c -> c));
            for (int i = 0; i < 100; i++) {
                assertThatExceptionOfType(RejectedMessageException.class)
                        .isThrownBy(() -> verifier.verify(forged));
            }
        }

        assertThat(provider.reads()).isEqualTo(2);
        assertLetsIn(verifier, signed(c -> c));
    }

    @Test
    void cannotJudgeWhileTheProviderIsAwayAndCanAgainLater() throws IOException {
        var byIssuer = verifier("", provider.issuer());
        var token = signed(c -> c.issuer(provider.issuer()));
        provider.goAway();
        assertRefused(byIssuer, token, ErrorCode.AUTHENTICATION_UNAVAILABLE);

        provider.comeBack();

        await().atMost(PATIENCE).untilAsserted(() -> assertLetsIn(byIssuer, token));
    }

    @Test
    void doesNotWaitForAProviderThatHangs() {
        provider.hang(true);
        var token = signed(c -> c);
        var start = System.nanoTime();

        for (int i = 0; i < 20; i++) {
            assertRefused(verifier, token, ErrorCode.AUTHENTICATION_UNAVAILABLE);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    }

    @Test
    void cannotJudgeByWhatIsNoKeySet() {
        var wrong =
                verifier(URI.create(provider.issuer()) + "/.well-known/openid-configuration", "");

        assertRefused(wrong, signed(c -> c), ErrorCode.AUTHENTICATION_UNAVAILABLE);
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> more) {
        return provider.sign(JWSAlgorithm.RS256, claims(more));
    }

    private TokenVerifier verifier(String keySet, String issuer) {
        var settings = new TokenSettings("", keySet, issuer, "", "sub", "roles");
        var configuration = new TokenConfiguration();
        var validator =
                configuration.tokenValidator(settings, new LocalSignIns().revocations(), clock);
        var decoder = configuration.productionDecoder(settings, validator);
        return new TokenVerifier(decoder, new TokenAuthenticationConverter(settings));
    }

    private static void assertLetsIn(TokenVerifier verifier, String token) {
        assertThat(verifier.verify(token).getName()).isEqualTo("alice");
    }

    private static void assertRefused(TokenVerifier verifier, String token, ErrorCode code) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> verifier.verify(token))
                .returns(code, RejectedMessageException::code);
    }
}
