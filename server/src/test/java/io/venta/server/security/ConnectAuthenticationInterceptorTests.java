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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

class ConnectAuthenticationInterceptorTests {

    private final SettableClock clock = new SettableClock();
    private final TokenSettings settings =
            new TokenSettings(TestTokens.SECRET, "", "", "", "sub", "roles");
    private final TokenConfiguration configuration = new TokenConfiguration();
    private final ConnectAuthenticationInterceptor interceptor =
            new ConnectAuthenticationInterceptor(
                    new TokenVerifier(
                            configuration.embeddedDecoder(
                                    configuration.embeddedKey(settings), settings, clock),
                            new TokenAuthenticationConverter(settings)),
                    new TokenExpiryValidator(clock));
    private final Map<String, Object> socket = new HashMap<>();
    private final StompHeaderAccessor connect = frame(StompCommand.CONNECT);

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
        connect.setNativeHeader(
                "X-CSRF-TOKEN", shakeHandsWithSession(new MockHttpServletRequest()));
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
    void letsASocketCloseThatNeverConnected() {
        send(frame(StompCommand.DISCONNECT));
    }

    private String shakeHandsWithSession() {
        var request = new MockHttpServletRequest();
        request.addHeader("Origin", "http://localhost");
        return shakeHandsWithSession(request);
    }

    private String shakeHandsWithSession(MockHttpServletRequest request) {
        var tokens = new HttpSessionCsrfTokenRepository();
        var csrf = tokens.generateToken(request);
        tokens.saveToken(csrf, request, new MockHttpServletResponse());
        new SessionHandshakeInterceptor(tokens)
                .beforeHandshake(
                        new ServletServerHttpRequest(request),
                        new ServletServerHttpResponse(new MockHttpServletResponse()),
                        new AbstractWebSocketHandler() {},
                        socket);
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
