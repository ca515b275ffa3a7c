package io.venta.server.error;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Requests over HTTP that are refused; which code each was told stays with it, to be counted. */
public final class HttpRefusals {

    private static final String CODE = HttpRefusals.class.getName();

    private HttpRefusals() {}

    /** Refuses a request where no controller does. */
    public static void write(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            ErrorReply reply,
            JsonMapper json)
            throws IOException {
        note(request, reply.code());
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(reply));
    }

    static void note(HttpServletRequest request, ErrorCode code) {
        request.setAttribute(CODE, code);
    }

    /** The code of a refusal, by its status where nobody named one; null where it is none. */
    public static @Nullable ErrorCode code(HttpServletRequest request, int status) {
        if (request.getAttribute(CODE) instanceof ErrorCode noted) {
            return noted;
        }
        return switch (status) {
            case 401 -> ErrorCode.AUTHENTICATION_FAILED;
            case 403 -> ErrorCode.AUTHORIZATION_FAILED;
            case 413 -> ErrorCode.MESSAGE_TOO_LARGE;
            case 429 -> ErrorCode.RATE_LIMIT_EXCEEDED;
            default -> status >= 400 && status < 500 ? ErrorCode.INVALID_MESSAGE : null;
        };
    }
}
