package io.venta.server.error;

import org.slf4j.Logger;
import org.springframework.messaging.MessagingException;

/**
 * Logs faults of the server's that a client has brought about: one a second, and without the
 * client's frame, which Spring's exceptions print with all its headers, token and all. Thread-safe.
 */
public final class FailureLog {

    private final Logger log;
    private final OnceASecond lines = new OnceASecond(System::nanoTime);

    /** Logs in the name of a class. */
    public FailureLog(Logger log) {
        this.log = log;
    }

    /** Logs what failed. */
    public void warn(String what, Throwable failure) {
        lines.say(
                leftOut -> {
                    var cause = withoutFrame(failure);
                    if (cause instanceof MessagingException) {
                        log.warn("{}, and {} more before: {}", what, leftOut, cause.getMessage());
                    } else {
                        log.warn("{}, and {} more before", what, leftOut, cause);
                    }
                });
    }

    private static Throwable withoutFrame(Throwable failure) {
        var cause = failure;
        while (cause instanceof MessagingException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
