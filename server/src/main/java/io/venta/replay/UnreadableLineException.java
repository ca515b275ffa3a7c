package io.venta.replay;

/** A line of a recording is not a fix; the message says why. The lines after it may be. */
final class UnreadableLineException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableLineException(String reason) {
        super(reason);
    }
}
