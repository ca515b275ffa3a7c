package io.venta.server.security;

import io.venta.model.ErrorCode;
import io.venta.model.session.SessionRefresh;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.session.SessionRenewed;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

/**
 * Has a session go on by a newer token of its user. From the next frame on the newer token counts,
 * also where it allows less; a browser's session that let the socket in goes on by it too. Refused,
 * all is as it was.
 */
@Controller
class SessionRefreshController {

    private final JsonPayloads payloads;
    private final TokenVerifier verifier;
    private final SignedInSockets sockets;
    private final Revocations revocations;
    private final BrowserSessions browsers;
    private final MessagePolicy policy;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SessionRefreshController(
            JsonPayloads payloads,
            TokenVerifier verifier,
            SignedInSockets sockets,
            Revocations revocations,
            BrowserSessions browsers,
            MessagePolicy policy,
            ApplicationEventPublisher events,
            Clock clock) {
        this.payloads = payloads;
        this.verifier = verifier;
        this.sockets = sockets;
        this.revocations = revocations;
        this.browsers = browsers;
        this.policy = policy;
        this.events = events;
        this.clock = clock;
    }

    @MessageMapping("/session.refresh")
    void refresh(byte[] body, @Header(SimpMessageHeaderAccessor.SESSION_ID_HEADER) String session) {
        var present = sockets.find(session);
        if (present == null) {
            return;
        }
        var user = verified(payloads.read(body, SessionRefresh.class).token());
        var newer = present.renewedBy(user, clock.instant());
        if (!user.getName().equals(present.user().getName())) {
            throw refused(ErrorCode.AUTHORIZATION_FAILED, "The token is another user's");
        }
        if (newer.expiresAt().isBefore(present.expiresAt())) {
            throw refused(ErrorCode.INVALID_MESSAGE, "The token ends before the present one");
        }
        renewBrowser(newer);
        if (!sockets.renew(present, newer)) {
            return;
        }
        if (revocations.cover(newer)) {
            sockets.endAll(newer::equals, Revocations.REVOKED);
            return;
        }
        events.publishEvent(
                new SessionRenewed(
                        session,
                        newer.expiresAt(),
                        destination -> maySubscribe(user, destination)));
    }

    /** A bad token ends no session: the one that it has goes on to its own end. */
    private Authentication verified(String token) {
        try {
            return verifier.verify(token);
        } catch (RejectedMessageException e) {
            throw switch (e.code()) {
                case AUTHENTICATION_UNAVAILABLE -> refused(ErrorCode.SERVICE_DEGRADED, e.reason());
                case SESSION_REVOKED -> refused(ErrorCode.AUTHORIZATION_FAILED, e.reason());
                default -> refused(ErrorCode.INVALID_MESSAGE, e.reason());
            };
        }
    }

    private void renewBrowser(SignIn newer) {
        var browser = newer.browser();
        try {
            if (browser != null && !browsers.renew(browser, newer)) {
                throw refused(ErrorCode.AUTHORIZATION_FAILED, "Your browser's session is over");
            }
        } catch (DataAccessException e) {
            throw refused(ErrorCode.SERVICE_DEGRADED, "Sessions are out of reach");
        }
    }

    private boolean maySubscribe(Authentication user, String destination) {
        var headers = StompHeaderAccessor.create(StompCommand.SUBSCRIBE);
        headers.setDestination(destination);
        var subscribe = MessageBuilder.createMessage(new byte[0], headers.getMessageHeaders());
        return policy.authorize(() -> user, subscribe).isGranted();
    }

    private static RejectedMessageException refused(ErrorCode code, String reason) {
        return new RejectedMessageException(code, reason, Map.of("path", "token"));
    }
}
