package io.venta.server.security;

import io.venta.model.ErrorCode;
import io.venta.server.error.FatalErrors;
import io.venta.server.error.RejectedMessageException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Lets a CONNECT in by its bearer token, or by the handshake's session cookie together with the
 * session's CSRF token: a cookie alone would come along from any page of the same site.
 *
 * <p>Whatever comes before a CONNECT was let in is refused, so that nobody gets round it, and so is
 * a second one: nobody becomes another. What comes behind a fatal refusal is dropped.
 */
final class ConnectAuthenticationInterceptor implements ChannelInterceptor {

    private static final Pattern BEARER = Pattern.compile("(?i) *Bearer +([A-Za-z0-9._~+/=-]+) *");

    private static final String LET_IN = ConnectAuthenticationInterceptor.class.getName();

    private final TokenVerifier verifier;
    private final TokenExpiryValidator expiry;

    ConnectAuthenticationInterceptor(TokenVerifier verifier, TokenExpiryValidator expiry) {
        this.verifier = verifier;
        this.expiry = expiry;
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
            if (isLetIn(headers)) {
                throw new RejectedMessageException(ErrorCode.PROTOCOL_ERROR, "You are connected");
            }
            headers.setUser(authenticate(headers));
            remember(headers.getSessionAttributes());
        } else if (!mayComeFirst(headers) && !isLetIn(headers)) {
            throw new RejectedMessageException(ErrorCode.PROTOCOL_ERROR, "CONNECT comes first");
        }
        return message;
    }

    /** One WebSocket message can have many frames: those behind the one that ended it all. */
    private static boolean hasHeardTheLast(StompHeaderAccessor headers) {
        var socketAttributes = headers.getSessionAttributes();
        return socketAttributes != null && FatalErrors.closeCode(socketAttributes) != null;
    }

    private Authentication authenticate(StompHeaderAccessor headers) {
        var authorization = headers.getFirstNativeHeader("Authorization");
        if (authorization == null) {
            return bySession(headers);
        }
        var bearer = BEARER.matcher(authorization);
        if (!bearer.matches()) {
            throw failed("The header Authorization is not a bearer token");
        }
        return verifier.verify(bearer.group(1));
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

    private static void remember(@Nullable Map<String, Object> socketAttributes) {
        if (socketAttributes != null) {
            socketAttributes.put(LET_IN, true);
        }
    }

    private static boolean isLetIn(StompHeaderAccessor headers) {
        var socketAttributes = headers.getSessionAttributes();
        return socketAttributes != null && socketAttributes.containsKey(LET_IN);
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
