package io.venta.server.error;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import java.util.Map;

/** A frame, request or published message is refused; its sender is told the code and the reason. */
public class RejectedMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Map<String, Object> details;

    /** Refuses with a reason that a person can act on. */
    public RejectedMessageException(ErrorCode code, String reason) {
        this(code, reason, Map.of());
    }

    /** Refuses with a reason and what exactly was wrong. */
    public RejectedMessageException(ErrorCode code, String reason, Map<String, Object> details) {
        super(reason);
        this.code = code;
        this.details = details;
    }

    /** What kind of refusal. */
    public ErrorCode code() {
        return code;
    }

    /** The reason, for the client's eyes. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** What exactly was wrong; empty where there is no more to say. */
    public Map<String, Object> details() {
        return details;
    }

    /** The refusal as an HTTP answer says it. */
    public ErrorReply toReply() {
        return new ErrorReply(
                code,
                reason(),
                code.retryable(),
                null,
                null,
                null,
                details.isEmpty() ? null : details);
    }
}
