package io.venta.desktop.connection;

/** Something that a user did was never sent, or nobody knows whether it arrived. */
public final class NotSentException extends Exception {

    private static final long serialVersionUID = 1;

    NotSentException(String message) {
        super(message);
    }
}
