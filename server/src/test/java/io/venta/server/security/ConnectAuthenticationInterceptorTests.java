package io.venta.server.security;

import static io.venta.server.security.TestTokens.in;
import static io.venta.server.security.TestTokens.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.model.Role;
import io.venta.server.RecordingChannel;
import io.venta.server.error.FatalErrors;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.vendor.TestUsers;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

class ConnectAuthenticationInterceptorTests {

    private final LocalSignIns node = new LocalSignIns();
    private final SettableClock clock = node.clock();
    private final ConnectAuthenticationInterceptor interceptor =
            new ConnectAuthenticationInterceptor(
                    node.verifier(),
                    node.signedIn(),
                    node.revocations(),
                    node.browserSessions(),
                    clock);
    private final HttpSessionCsrfTokenRepository csrfTokens = new HttpSessionCsrfTokenRepository();
    private final Map<String, Object> socket = new HashMap<>();
    private final StompHeaderAccessor connect = frame(StompCommand.CONNECT);

    ConnectAuthenticationInterceptorTests() {
        node.sockets().open("s1");
    }

    @AfterEach
    void stop() {
        node.revocations().stop();
    }

    @ParameterizedTest
    @EnumSource(
            value = StompCommand.class,
            names = {"CONNECT", "STOMP"})
    void letsABearerIn(StompCommand command) {
        var frame = frame(command);
        frame.setNativeHeader("Authorization", "Bearer " + token(c -> c));

        send(frame);

        assertThat(frame.getUser()).isNotNull();
        assertThat(frame.getUser().getName()).isEqualTo("alice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer", "Bearer ", "Basic YWxpY2U6eA==", "Bearer a b", "Bearer a\nb"})
    void refusesOtherWaysToSayWhoOneIs(String authorization) {
        connect.setNativeHeader("Authorization", authorization);

        assertRefused(connect, ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void refusesATokenThatIsOver() {
        var token = token(c -> c.claim("exp", in(Duration.ofMinutes(-2))));
        connect.setNativeHeader("Authorization", "Bearer " + token);

        assertRefused(connect, ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void refusesWhoSaysNothing() {
        assertRefused(connect, ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void letsASessionInByItsCsrfToken() {
        connect.setNativeHeader("X-CSRF-TOKEN", shakeHandsWithSession());
        connect.setUser(TestUsers.user(Role.CUSTOMER));

        send(connect);

        assertThat(connect.getUser()).isNotNull();
    }

    @Test
    void refusesASessionWithoutOrWithAnotherCsrfToken() {
        var token = shakeHandsWithSession();
        connect.setUser(TestUsers.user(Role.CUSTOMER));
        assertRefused(connect, ErrorCode.AUTHENTICATION_FAILED);

        connect.setNativeHeader("X-CSRF-TOKEN", token + "x");
        assertRefused(connect, ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void refusesASessionOfWhoIsNoBrowser() {
        connect.setNativeHeader("X-CSRF-TOKEN", shakeHands(new MockHttpServletRequest()));
        connect.setUser(TestUsers.user(Role.CUSTOMER));

        assertRefused(connect, ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void refusesACsrfTokenWhereThereIsNoSession() {
        connect.setNativeHeader("X-CSRF-TOKEN", "");
        connect.setUser(TestUsers.user(Role.CUSTOMER));

        assertRefused(connect, ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void refusesASessionWhoseTokenIsOver() {
        connect.setNativeHeader("X-CSRF-TOKEN", shakeHandsWithSession());
        connect.setUser(TestUsers.user(Role.CUSTOMER));
        clock.advance(Duration.ofSeconds(3_661));

        assertRefused(connect, ErrorCode.TOKEN_EXPIRED);
    }

    @ParameterizedTest
    @EnumSource(
            value = StompCommand.class,
            names = {"SEND", "SUBSCRIBE", "UNSUBSCRIBE"})
    void refusesFramesBeforeConnectThoughTheCookieSaysWhoItIs(StompCommand command) {
        shakeHandsWithSession();
        var frame = frame(command);
        frame.setUser(TestUsers.user(Role.SERVICE));

        assertRefused(frame, ErrorCode.PROTOCOL_ERROR);
    }

    @Test
    void letsFramesThroughAfterConnect() {
        connect.setNativeHeader("Authorization", "Bearer " + token(c -> c));
        send(connect);

        send(frame(StompCommand.SEND));
        send(frame(StompCommand.SUBSCRIBE));
    }

    @Test
    void refusesToBecomeAnother() {
        connect.setNativeHeader("Authorization", "Bearer " + token(c -> c));
        send(connect);
        var again = frame(StompCommand.STOMP);
        again.setNativeHeader("Authorization", "Bearer " + token(c -> c.claim("sub", "bob")));

        assertRefused(again, ErrorCode.PROTOCOL_ERROR);
        assertThat(again.getUser()).isNull();
        assertThat(Objects.requireNonNull(node.signedIn().find("s1")).user().getName())
                .isEqualTo("alice");
    }

    @Test
    void dropsWhatComesBehindAFatalRefusal() {
        connect.setNativeHeader("Authorization", "Bearer " + token(c -> c));
        assertThat(send(connect)).isNotNull();
        FatalErrors.frame("s1", socket, ErrorReply.of(ErrorCode.PROTOCOL_ERROR, "over"));

        assertThat(send(frame(StompCommand.SEND))).isNull();
        assertThat(send(frame(StompCommand.CONNECT))).isNull();
        assertThat(send(frame(StompCommand.DISCONNECT))).isNotNull();
    }

    @Test
    void judgesLaterFramesByTheTokenThatCountsThen() {
        connect.setNativeHeader("Authorization", "Bearer " + token(c -> c));
        send(connect);
        var newer = TestUsers.user(Role.ADMIN);
        var signIn = Objects.requireNonNull(node.signedIn().find("s1"));
        assertThat(node.signedIn().renew(signIn, signIn.renewedBy(newer, clock.instant())))
                .isTrue();

        var frame = frame(StompCommand.SUBSCRIBE);
        send(frame);

        assertThat(frame.getUser()).isSameAs(newer);
    }

    @Test
    void refusesFramesOfASessionThatWasEnded() {
        connect.setNativeHeader("Authorization", "Bearer " + token(c -> c));
        send(connect);

        node.revocations().revoke(Revocation.ofSession("s1"));

        assertRefused(frame(StompCommand.SEND), ErrorCode.PROTOCOL_ERROR);
        assertRefused(connect, ErrorCode.PROTOCOL_ERROR);
        assertThat(node.signedIn().all()).isEmpty();
    }

    @Test
    void refusesARevokedToken() {
        node.revocations().revoke(Revocation.ofToken("t1"));
        connect.setNativeHeader("Authorization", "Bearer " + token(c -> c.jwtID("t1")));

        assertRefused(connect, ErrorCode.SESSION_REVOKED);
        assertThat(node.signedIn().find("s1")).isNull();
    }

    @Test
    void refusesASessionOfARevokedUser() {
        connect.setNativeHeader("X-CSRF-TOKEN", shakeHandsWithSession());
        connect.setUser(TestUsers.user(Role.CUSTOMER));
        node.revocations().revoke(Revocation.ofUser("alice"));

        assertRefused(connect, ErrorCode.SESSION_REVOKED);
    }

    @Test
    void refusesASessionThatWasSignedOutAfterTheHandshake() {
        connect.setNativeHeader("X-CSRF-TOKEN", shakeHandsWithSession());
        connect.setUser(TestUsers.user(Role.CUSTOMER));
        node.deleteBrowser(Objects.requireNonNull(SessionHandshakeInterceptor.browser(socket)));

        assertRefused(connect, ErrorCode.AUTHENTICATION_FAILED);
        assertThat(node.signedIn().find("s1")).isNull();
    }

    @Test
    void keepsNothingOfASocketThatClosedMeanwhile() {
        node.sockets().lose("s1");
        connect.setNativeHeader("Authorization", "Bearer " + token(c -> c));

        send(connect);

        assertThat(node.signedIn().all()).isEmpty();
    }

    @Test
    void letsASocketCloseThatNeverConnected() {
        send(frame(StompCommand.DISCONNECT));
    }

    private String shakeHandsWithSession() {
        var request = new MockHttpServletRequest();
        request.addHeader("Origin", "http://localhost");
        return shakeHands(request);
    }

    private String shakeHands(MockHttpServletRequest request) {
        request.setSession(new MockHttpSession(null, node.openBrowser().id()));
        var csrf = csrfTokens.generateToken(request);
        csrfTokens.saveToken(csrf, request, new MockHttpServletResponse());
        Handshakes.answer(new SessionHandshakeInterceptor(csrfTokens), request, socket);
        return csrf.getToken();
    }

    private StompHeaderAccessor frame(StompCommand command) {
        var frame = StompHeaderAccessor.create(command);
        frame.setSessionId("s1");
        frame.setSessionAttributes(socket);
        frame.setLeaveMutable(true);
        return frame;
    }

    private @Nullable Message<?> send(StompHeaderAccessor frame) {
        return interceptor.preSend(
                MessageBuilder.createMessage(new byte[0], frame.getMessageHeaders()),
                new RecordingChannel());
    }

    private void assertRefused(StompHeaderAccessor frame, ErrorCode code) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> send(frame))
                .returns(code, RejectedMessageException::code);
    }
}
