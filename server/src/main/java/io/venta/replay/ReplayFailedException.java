package io.venta.replay;

/** The replay cannot begin or go on; the message tells its user why. */
final class ReplayFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReplayFailedException(String message) {
        super(message);
    }

    ReplayFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
