package io.venta.desktop.connection;

import io.venta.model.ErrorCode;

/** The server understood and said no: asking the same again would not help. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final ErrorCode code;

    /** A refusal with the server's own words. */
    public RefusedException(ErrorCode code, String message) {
        super(message);
        this.code = code;
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
}
