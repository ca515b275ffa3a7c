package io.venta.server.error;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.util.MimeTypeUtils;

/**
 * ERROR frames, the last a session hears.
 *
 * <p>Spring closes the socket right behind an ERROR frame, with a code of its own; the code of ours
 * is left in the socket's attributes, where the socket finds it when it closes.
 */
public final class FatalErrors {

    private static final String ATTRIBUTE = FatalErrors.class.getName() + ".code";

    private static final ScopedValue<Map<String, Object>> READING = ScopedValue.newInstance();

    private FatalErrors() {}

    /**
     * Reads what came from a socket. Spring does not say whose frame it was that cannot be decoded:
     * a fatal error without attributes of its own closes this socket.
     */
    public static <X extends Exception> void whileReading(
            Map<String, Object> socketAttributes, Reading<X> reading) throws X {
        ScopedValue.where(READING, socketAttributes)
                .<@Nullable Void, X>call(
                        () -> {
                            reading.read();
                            return null;
                        });
    }

    /** The attributes of the socket whose message this thread reads; null where it reads none. */
    public static @Nullable Map<String, Object> socketBeingRead() {
        return READING.isBound() ? READING.get() : null;
    }

    /** Builds the frame for a fatal code, and has the socket close with it. */
    public static Message<byte[]> frame(
            String sessionId, @Nullable Map<String, Object> socketAttributes, ErrorReply error) {
        var socket = socketAttributes == null ? socketBeingRead() : socketAttributes;
        if (socket != null) {
            socket.putIfAbsent(ATTRIBUTE, error.code());
        }
        var headers = StompHeaderAccessor.create(StompCommand.ERROR);
        headers.setSessionId(sessionId);
        headers.setMessage(error.message());
        headers.setNativeHeader("code", error.code().name());
        if (error.receipt() != null) {
            headers.setReceiptId(error.receipt());
        }
        headers.setContentType(MimeTypeUtils.TEXT_PLAIN);
        headers.setLeaveMutable(true);
        return MessageBuilder.createMessage(
                error.message().getBytes(StandardCharsets.UTF_8), headers.getMessageHeaders());
    }

    /** The code with which a socket is to close; null where no fatal error was sent. */
    public static @Nullable ErrorCode closeCode(Map<String, Object> socketAttributes) {
        return (ErrorCode) socketAttributes.get(ATTRIBUTE);
    }

    /** What is done with a message of a socket. */
    @FunctionalInterface
    public interface Reading<X extends Exception> {

        /** Does it. */
        void read() throws X;
    }
}
