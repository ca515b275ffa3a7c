package io.venta.server.security;

import io.venta.model.ErrorCode;
import io.venta.server.error.FatalErrors;
import io.venta.server.error.RejectedMessageException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Lets a CONNECT in by its bearer token, or by the handshake's session cookie together with the
 * session's CSRF token: a cookie alone would come along from any page of the same site.
 *
 * <p>Each later frame is its user's by the token that counts then. Whatever comes before a CONNECT
 * was let in, or after its session was ended, is refused, so that nobody gets round it, and so is a
 * second one: nobody becomes another. What comes behind a fatal refusal is dropped.
 */
@Component
final class ConnectAuthenticationInterceptor implements ChannelInterceptor {

    private static final Pattern BEARER = Pattern.compile("(?i) *Bearer +([A-Za-z0-9._~+/=-]+) *");

    private static final String LET_IN = ConnectAuthenticationInterceptor.class.getName();

    private final TokenVerifier verifier;
    private final TokenExpiryValidator expiry;
    private final SignedInSockets sockets;
    private final Revocations revocations;
    private final BrowserSessions browsers;
    private final Clock clock;

    ConnectAuthenticationInterceptor(
            TokenVerifier verifier,
            SignedInSockets sockets,
            Revocations revocations,
            BrowserSessions browsers,
            Clock clock) {
        this.verifier = verifier;
        this.expiry = new TokenExpiryValidator(clock);
        this.sockets = sockets;
        this.revocations = revocations;
        this.browsers = browsers;
        this.clock = clock;
    }

    @Override
    public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
        var headers = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        if (headers == null) {
            return message;
        }
        if (hasHeardTheLast(headers) && headers.getCommand() != StompCommand.DISCONNECT) {
            return null;
        }
        if (isConnect(headers)) {
            connect(headers);
        } else if (!mayComeFirst(headers)) {
            var signIn = sockets.find(String.valueOf(headers.getSessionId()));
            if (signIn == null) {
                throw new RejectedMessageException(ErrorCode.PROTOCOL_ERROR, "CONNECT comes first");
            }
            headers.setUser(signIn.user());
        }
        return message;
    }

    /** One WebSocket message can have many frames: those behind the one that ended it all. */
    private static boolean hasHeardTheLast(StompHeaderAccessor headers) {
        var socketAttributes = headers.getSessionAttributes();
        return socketAttributes != null && FatalErrors.closeCode(socketAttributes) != null;
    }

    /** A session that has ended was let in too: its socket gets no other. */
    private void connect(StompHeaderAccessor headers) {
        var socketAttributes = headers.getSessionAttributes();
        if (socketAttributes != null && socketAttributes.containsKey(LET_IN)) {
            throw new RejectedMessageException(ErrorCode.PROTOCOL_ERROR, "You are connected");
        }
        var signIn = signIn(headers);
        letIn(signIn);
        headers.setUser(signIn.user());
        if (socketAttributes != null) {
            socketAttributes.put(LET_IN, true);
        }
    }

    private SignIn signIn(StompHeaderAccessor headers) {
        var socket = String.valueOf(headers.getSessionId());
        var authorization = headers.getFirstNativeHeader("Authorization");
        if (authorization == null) {
            var browser = SessionHandshakeInterceptor.browser(headers.getSessionAttributes());
            return new SignIn(socket, bySession(headers), clock.instant(), browser);
        }
        var bearer = BEARER.matcher(authorization);
        if (!bearer.matches()) {
            throw failed("The header Authorization is not a bearer token");
        }
        return new SignIn(socket, verifier.verify(bearer.group(1)), clock.instant(), null);
    }

    private Authentication bySession(StompHeaderAccessor headers) {
        var csrfToken = SessionHandshakeInterceptor.csrfToken(headers.getSessionAttributes());
        if (csrfToken == null || !(headers.getUser() instanceof Authentication user)) {
            throw failed("Sign in first: CONNECT has no header Authorization");
        }
        if (!isSame(csrfToken, headers.getFirstNativeHeader("X-CSRF-TOKEN"))) {
            throw failed("The header X-CSRF-TOKEN is not the session's");
        }
        if (!(user.getCredentials() instanceof Jwt token) || expiry.validate(token).hasErrors()) {
            throw new RejectedMessageException(ErrorCode.TOKEN_EXPIRED, "Your token is over");
        }
        return user;
    }

    /** Signs in first and looks then: what is revoked in between is found by one or the other. */
    private void letIn(SignIn signIn) {
        sockets.put(signIn);
        try {
            if (revocations.cover(signIn)) {
                throw new RejectedMessageException(
                        ErrorCode.SESSION_REVOKED, "Your token was revoked");
            }
            if (signIn.browser() != null && !browsers.isAlive(signIn.browser())) {
                throw failed("Your browser's session is over");
            }
        } catch (RejectedMessageException e) {
            sockets.remove(signIn.socket());
            throw e;
        } catch (DataAccessException e) {
            sockets.remove(signIn.socket());
            throw new RejectedMessageException(
                    ErrorCode.AUTHENTICATION_UNAVAILABLE, "Sessions are out of reach");
        }
    }

    /** Heart-beats, and the DISCONNECT by which a closed socket is told of. */
    private static boolean mayComeFirst(StompHeaderAccessor headers) {
        return headers.getCommand() == null || headers.getCommand() == StompCommand.DISCONNECT;
    }

    private static boolean isSame(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isConnect(StompHeaderAccessor headers) {
        return headers.getCommand() == StompCommand.CONNECT
                || headers.getCommand() == StompCommand.STOMP;
    }

    private static RejectedMessageException failed(String reason) {
        return new RejectedMessageException(ErrorCode.AUTHENTICATION_FAILED, reason);
    }
}
