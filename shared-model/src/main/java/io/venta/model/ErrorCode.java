package io.venta.model;

/**
 * Why something was refused or a connection ended.
 *
 * <p>A fatal code comes in an ERROR frame and ends the connection with {@link #closeCode()}; any
 * other comes as {@link ErrorReply} on {@link Destinations#ERRORS} and the connection lives. Close
 * codes 4000–4499 invite the client to come back, 4500–4999 tell it not to.
 */
public enum ErrorCode {
    /** No token, a token that does not verify, or a wrong password. */
    AUTHENTICATION_FAILED(4500),
    /** The session was ended by its user or an administrator. */
    SESSION_REVOKED(4501),
    /** The same device connected again. */
    SESSION_REPLACED(4502),
    /** A frame is larger than the server takes. */
    MESSAGE_TOO_LARGE(4510),
    /** The frames are not STOMP 1.1 or 1.2, or not in an order it allows. */
    PROTOCOL_ERROR(4511),
    /** The token's time is over: come back with a newer one. */
    TOKEN_EXPIRED(4001),
    /** The node, or the user, has as many connections as it may. */
    CONNECTION_LIMIT_EXCEEDED(4010),
    /** The client reads more slowly than messages come. */
    SLOW_CONSUMER(4011),
    /** The node is stopping: come back, to another one. */
    SERVER_SHUTTING_DOWN(4012),
    /** The connection cannot be served; nobody's fault in particular. */
    CONNECTION_ERROR(4013),
    /** Too many refusals in a short time. */
    TOO_MANY_VIOLATIONS(4014),
    /** Tokens cannot be verified at the moment. */
    AUTHENTICATION_UNAVAILABLE(4015),
    /** The user may not do this. */
    AUTHORIZATION_FAILED,
    /** The body is not what the destination takes; {@code details} says where. */
    INVALID_MESSAGE,
    /** No such room, or not a member. */
    INVALID_ROOM,
    /** More events than allowed; {@code details.retryAfterMs} says when to go on. */
    RATE_LIMIT_EXCEEDED,
    /** More subscriptions than a session may have. */
    SUBSCRIPTION_LIMIT_EXCEEDED,
    /** A part of the service is out of reach. */
    SERVICE_DEGRADED,
    /** A fault of the server's. */
    UNKNOWN_ERROR;

    private static final int NOT_FATAL = 0;

    private final int closeCode;

    ErrorCode() {
        this(NOT_FATAL);
    }

    ErrorCode(int closeCode) {
        this.closeCode = closeCode;
    }

    /** Whether the connection ends. */
    public boolean fatal() {
        return closeCode != NOT_FATAL;
    }

    /** WebSocket close code, 4000–4999; 0 where the code is not fatal. */
    public int closeCode() {
        return closeCode;
    }

    /** Whether the same thing, tried again later, may succeed. */
    public boolean retryable() {
        return switch (this) {
            case RATE_LIMIT_EXCEEDED, SERVICE_DEGRADED, UNKNOWN_ERROR -> true;
            default -> fatal() && mayReconnect(closeCode);
        };
    }

    /**
     * Whether a client may reconnect by itself after a close with this code; true for codes that
     * are not ours.
     */
    public static boolean mayReconnect(int closeCode) {
        return closeCode < 4500 || closeCode > 4999;
    }
}
