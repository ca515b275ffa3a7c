package io.venta.desktop.connection;

import io.venta.model.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server understood and said no: asking the same again would not help, unless the code is
 * {@link ErrorCode#retryable retryable}.
 */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final @Nullable Duration retryAfter;

    /** A refusal with the server's own words. */
    public RefusedException(ErrorCode code, String message) {
        this(code, message, null);
    }

    /** A refusal with the server's own words, and when it wants to be asked again. */
    RefusedException(ErrorCode code, String message, @Nullable Duration retryAfter) {
        super(message);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** Why. */
    public ErrorCode code() {
        return code;
    }

    /** The server's words. */
    public String reason() {
        String message = getMessage();
        return message == null ? code.name() : message;
    }

    /** How long to wait before asking again, where the server says so. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
