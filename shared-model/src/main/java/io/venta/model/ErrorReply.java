package io.venta.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of a MESSAGE on {@link Destinations#ERRORS}.
 *
 * @param code what kind of refusal
 * @param message one sentence for a person; says nothing of the server's inside
 * @param retryable whether the same thing, tried again later, may succeed
 * @param destination the destination refused
 * @param subscription the {@code id} of the SUBSCRIBE refused
 * @param receipt the {@code receipt} header of the frame refused; no RECEIPT follows
 * @param details what exactly, by code: {@code index} and {@code path} of a bad value, {@code
 *     retryAfterMs}, …
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorReply(
        ErrorCode code,
        String message,
        boolean retryable,
        @Nullable String destination,
        @Nullable String subscription,
        @Nullable String receipt,
        @Nullable Map<String, Object> details) {

    /** A refusal that names nothing but its reason. */
    public static ErrorReply of(ErrorCode code, String message) {
        return new ErrorReply(code, message, code.retryable(), null, null, null, null);
    }
}
