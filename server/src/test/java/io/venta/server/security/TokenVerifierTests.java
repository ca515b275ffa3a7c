package io.venta.server.security;

import static io.venta.server.security.TestTokens.in;
import static io.venta.server.security.TestTokens.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.PlainJWT;
import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import io.venta.testing.SettableClock;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class TokenVerifierTests {

    private final SettableClock clock = new SettableClock();
    private final TokenVerifier verifier = verifier("", "sub", "roles");

    @Test
    void namesTheBearerAndItsRoles() {
        var user = verifier.verify(token(c -> c.claim("roles", List.of("VENDOR", "ADMIN"))));

        assertThat(user.getName()).isEqualTo("alice");
        assertThat(user.isAuthenticated()).isTrue();
        assertThat(rolesOf(user)).containsExactlyInAnyOrder("ROLE_VENDOR", "ROLE_ADMIN");
    }

    @Test
    void dropsRolesItDoesNotKnow() {
        var roles = List.of("DISPATCHER", "dispatcher", "ROLE_ADMIN", "ROOT", 7, "");

        assertThat(rolesOf(verifier.verify(token(c -> c.claim("roles", roles)))))
                .containsExactly("ROLE_DISPATCHER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "[\"ADMIN\"]"})
    void takesNoRolesFromText(String roles) {
        assertThat(rolesOf(verifier.verify(token(c -> c.claim("roles", roles))))).isEmpty();
    }

    @Test
    void followsAPathToTheRoles() {
        var nested = verifier("", "sub", "realm_access.roles");

        var user =
                nested.verify(
                        token(c -> c.claim("realm_access", Map.of("roles", List.of("ADMIN")))));

        assertThat(rolesOf(user)).containsExactly("ROLE_ADMIN");
        assertThat(rolesOf(nested.verify(token(c -> c.claim("realm_access", "x"))))).isEmpty();
        assertThat(rolesOf(nested.verify(token(c -> c)))).isEmpty();
    }

    @Test
    void prefersAClaimThatIsNamedLikeThePath() {
        var nested = verifier("", "sub", "https://venta.io/roles");

        var user = nested.verify(token(c -> c.claim("https://venta.io/roles", List.of("ADMIN"))));

        assertThat(rolesOf(user)).containsExactly("ROLE_ADMIN");
    }

    @Test
    void takesTheUserFromAnotherClaim() {
        var byMail = verifier("", "email", "roles");

        assertThat(byMail.verify(token(c -> c.claim("email", "a@b.c"))).getName())
                .isEqualTo("a@b.c");
    }

    @Test
    void refusesAnotherKey() {
        assertRefused(
                TestTokens.signed(c -> c, "another-secret-that-is-as-long-as-it"),
                ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void refusesATokenWithoutSignature() {
        var unsigned = new PlainJWT(TestTokens.claims(c -> c)).serialize();
        var stripped = token(c -> c).replaceAll("[^.]+$", "");

        assertRefused(unsigned, ErrorCode.AUTHENTICATION_FAILED);
        assertRefused(stripped, ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void refusesOtherAlgorithmsThanItsOwn() throws Exception {
        var keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var byRsa =
                TestTokens.signed(
                        c -> c,
                        new JWSHeader(JWSAlgorithm.RS256),
                        new RSASSASigner(keys.getPrivate()));
        var longSecret = TestTokens.SECRET.repeat(2);
        var byLongerHash =
                TestTokens.signed(
                        c -> c, new JWSHeader(JWSAlgorithm.HS512), new MACSigner(longSecret));

        assertRefused(byRsa, ErrorCode.AUTHENTICATION_FAILED);
        assertRefused(byLongerHash, ErrorCode.AUTHENTICATION_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "..", "null"})
    void refusesWhatIsNoToken(String text) {
        assertRefused(text, ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void leavesAnExpiredTokenSixtySecondsOfGrace() {
        var token = token(c -> c.claim("exp", in(Duration.ofSeconds(10))));

        clock.advance(Duration.ofSeconds(70));
        assertThat(verifier.verify(token).getName()).isEqualTo("alice");

        clock.advance(Duration.ofSeconds(1));
        assertRefused(token, ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void refusesATokenOfTheFuture() {
        var token = token(c -> c.claim("nbf", in(Duration.ofMinutes(2))));

        assertRefused(token, ErrorCode.AUTHENTICATION_FAILED);

        clock.advance(Duration.ofSeconds(61));
        assertThat(verifier.verify(token).getName()).isEqualTo("alice");
    }

    @Test
    void refusesATokenWithoutEnd() {
        assertRefused(token(c -> c.claim("exp", null)), ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void refusesATokenThatNamesNobody() {
        assertRefused(token(c -> c.subject(null)), ErrorCode.AUTHENTICATION_FAILED);
        assertRefused(token(c -> c.subject("")), ErrorCode.AUTHENTICATION_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000", "a\u007f", "a\u0085"})
    void refusesNamesThatCannotBeWritten(String name) {
        assertRefused(token(c -> c.subject(name)), ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void refusesNamesThatAreTooLongOnceEncoded() {
        assertThat(verifier.verify(token(c -> c.subject("a".repeat(230)))).getName()).hasSize(230);
        assertRefused(token(c -> c.subject("a".repeat(231))), ErrorCode.AUTHENTICATION_FAILED);
        assertRefused(token(c -> c.subject("ż".repeat(39))), ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void asksForTheAudienceWhereItIsSet() {
        var forUs = verifier("venta", "sub", "roles");

        assertThat(forUs.verify(token(c -> c.audience(List.of("x", "venta")))).getName())
                .isEqualTo("alice");
        assertRefused(forUs, token(c -> c.audience("x")), ErrorCode.AUTHENTICATION_FAILED);
        assertRefused(forUs, token(c -> c), ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void saysThatItCannotJudgeNow() {
        var away =
                verifierBy(
                        _ -> {
                            throw new JwtException("the issuer does not answer");
                        });

        assertRefused(away, "any", ErrorCode.AUTHENTICATION_UNAVAILABLE);
    }

    private TokenVerifier verifier(String audience, String userClaim, String rolesClaim) {
        var settings =
                new TokenSettings(TestTokens.SECRET, "", "", audience, userClaim, rolesClaim);
        var configuration = new TokenConfiguration();
        var decoder =
                configuration.embeddedDecoder(
                        configuration.embeddedKey(settings),
                        configuration.tokenValidator(
                                settings, new LocalSignIns().revocations(), clock));
        return new TokenVerifier(decoder, new TokenAuthenticationConverter(settings));
    }

    private static TokenVerifier verifierBy(JwtDecoder decoder) {
        var settings = new TokenSettings("", "", "", "", "sub", "roles");
        return new TokenVerifier(decoder, new TokenAuthenticationConverter(settings));
    }

    private void assertRefused(String token, ErrorCode code) {
        assertRefused(verifier, token, code);
    }

    private static void assertRefused(TokenVerifier verifier, String token, ErrorCode code) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> verifier.verify(token))
                .returns(code, RejectedMessageException::code);
    }

    private static List<String> rolesOf(org.springframework.security.core.Authentication user) {
        return user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .map(String::valueOf)
                .toList();
    }
}
