package io.venta.server.security;

import static io.venta.server.security.TestTokens.in;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import com.nimbusds.jwt.JWTClaimsSet;
import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.session.SessionRenewed;
import io.venta.server.vendor.TestUsers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.JwtException;

class SessionRefreshControllerTests {

    private final LocalSignIns node = new LocalSignIns();
    private final SessionRefreshController controller = controller(node.verifier());

    @AfterEach
    void stop() {
        node.revocations().stop();
    }

    @Test
    void goesOnByTheNewerToken() {
        open(null);

        refresh(token(c -> c.claim("exp", in(Duration.ofHours(2)))));

        assertThat(renewal().sessionId()).isEqualTo("s1");
        assertThat(renewal().expiresAt().getEpochSecond()).isEqualTo(in(Duration.ofHours(2)));
        assertThat(present().expiresAt()).isEqualTo(renewal().expiresAt());
    }

    @Test
    void judgesByTheNewerTokensRolesAndVendors() {
        open(null);

        refresh(token(c -> c.claim("roles", List.of("CUSTOMER")).claim("vendors", List.of("v1"))));

        var maySubscribe = renewal().maySubscribe();
        assertThat(maySubscribe.test("/topic/location.*")).isFalse();
        assertThat(maySubscribe.test("/topic/location.v2")).isFalse();
        assertThat(maySubscribe.test("/topic/location.v1")).isTrue();
        assertThat(maySubscribe.test("/user/queue/errors")).isTrue();
        assertThat(present().user().getAuthorities())
                .extracting(granted -> granted.getAuthority())
                .containsExactly("ROLE_CUSTOMER");
    }

    @Test
    void takesTheSameTokenAgain() {
        var token = open(null);

        refresh(token);

        assertThat(renewal().expiresAt().getEpochSecond()).isEqualTo(in(Duration.ofHours(1)));
    }

    @Test
    void refusesAnotherUsersToken() {
        open(null);

        assertRefused(token(c -> c.subject("bob")), ErrorCode.AUTHORIZATION_FAILED);
    }

    @Test
    void refusesATokenThatEndsBeforeThePresentOne() {
        open(null);

        assertRefused(
                token(c -> c.claim("exp", in(Duration.ofMinutes(59)))), ErrorCode.INVALID_MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c"})
    void refusesWhatIsNoToken(String token) {
        open(null);

        assertRefused(token, ErrorCode.INVALID_MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"token\":null}", "[\"x\"]"})
    void refusesOtherBodies(String body) {
        open(null);

        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> controller.refresh(body.getBytes(UTF_8), "s1"))
                .returns(ErrorCode.INVALID_MESSAGE, RejectedMessageException::code);
    }

    @Test
    void refusesATokenThatIsOver() {
        open(null);
        node.clock().advance(Duration.ofMinutes(30));

        assertRefused(
                token(c -> c.claim("exp", in(Duration.ofMinutes(20)))), ErrorCode.INVALID_MESSAGE);
    }

    @Test
    void refusesARevokedToken() {
        open(null);
        node.revocations().revoke(Revocation.ofToken("t2"));

        assertRefused(token(c -> c.jwtID("t2")), ErrorCode.AUTHORIZATION_FAILED);
    }

    @Test
    void saysToTryAgainWhereTokensCannotBeJudged() {
        open(null);
        var blind =
                controller(
                        new TokenVerifier(
                                _ -> {
                                    throw new JwtException("The provider is away");
                                },
                                new TokenAuthenticationConverter(LocalSignIns.TOKENS)));

        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> blind.refresh(body("any"), "s1"))
                .returns(ErrorCode.SERVICE_DEGRADED, RejectedMessageException::code);
    }

    @Test
    void renewsTheBrowsersSessionToo() {
        var browser = node.openBrowser();
        open(browser);

        refresh(token(c -> c.claim("exp", in(Duration.ofMinutes(90))).claim("roles", List.of())));

        var session = Objects.requireNonNull(node.browser(browser));
        var context = session.<SecurityContext>getAttribute(SPRING_SECURITY_CONTEXT_KEY);
        assertThat(Objects.requireNonNull(context).getAuthentication()).isSameAs(present().user());
    }

    @Test
    void refusesWhereTheBrowsersSessionIsGone() {
        var browser = node.openBrowser();
        open(browser);
        node.deleteBrowser(browser);

        assertRefused(
                token(c -> c.claim("exp", in(Duration.ofHours(2)))),
                ErrorCode.AUTHORIZATION_FAILED);
    }

    private String open(@Nullable BrowserSession browser) {
        var token = token(c -> c.claim("roles", List.of("DISPATCHER")));
        node.open("s1", node.verifier().verify(token), browser);
        return token;
    }

    private void refresh(String token) {
        controller.refresh(body(token), "s1");
    }

    private void assertRefused(String token, ErrorCode code) {
        var before = present();
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> refresh(token))
                .returns(code, RejectedMessageException::code);
        assertThat(code.fatal()).isFalse();
        assertThat(present()).isSameAs(before);
        assertThat(node.events()).noneMatch(SessionRenewed.class::isInstance);
    }

    private SignIn present() {
        return Objects.requireNonNull(node.signedIn().find("s1"));
    }

    private SessionRenewed renewal() {
        return (SessionRenewed) node.events().getFirst();
    }

    private SessionRefreshController controller(TokenVerifier verifier) {
        return new SessionRefreshController(
                node.payloads(),
                verifier,
                node.signedIn(),
                node.revocations(),
                node.browserSessions(),
                new MessagePolicy(TestUsers.access()),
                node.events()::add,
                node.clock());
    }

    private static String token(UnaryOperator<JWTClaimsSet.Builder> claims) {
        return TestTokens.token(claims);
    }

    private static byte[] body(String token) {
        return ("{\"token\":\"" + token + "\"}").getBytes(UTF_8);
    }
}
