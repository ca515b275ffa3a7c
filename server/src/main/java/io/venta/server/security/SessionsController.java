package io.venta.server.security;

import io.venta.model.ErrorCode;
import io.venta.model.Role;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.session.EventBudget;
import io.venta.server.session.EventKind;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Ends sessions on whichever node they are: one's own, an administrator anyone's. The answer is the
 * same whether or not there is such a session. Each is remembered, so that of one's own each costs
 * an event.
 */
@RestController
@RequestMapping("/api/sessions")
class SessionsController {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Revocations revocations;
    private final SessionEndings endings;
    private final EventBudget events;

    SessionsController(Revocations revocations, SessionEndings endings, EventBudget events) {
        this.revocations = revocations;
        this.endings = endings;
        this.events = events;
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void end(@PathVariable String id, SignedInUser user) {
        if (!ID.matcher(id).matches()) {
            throw new RejectedMessageException(
                    ErrorCode.INVALID_MESSAGE, "That is no session's id");
        }
        if (user.getAuthorities().stream()
                .anyMatch(granted -> ("ROLE_" + Role.ADMIN).equals(granted.getAuthority()))) {
            revocations.revoke(Revocation.ofSession(id));
        } else {
            events.spend(user, EventKind.OTHER, 1);
            endings.end(id, user.getName());
        }
    }
}
