package io.venta.desktop.connection;

import io.venta.model.ErrorCode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a WebSocket ended: what its ERROR frame said, if one came, and its close code.
 *
 * @param said the frame's {@code code} header
 * @param closeCode the WebSocket's close code; 0 if it never opened
 * @param message for a person
 */
record Ending(@Nullable ErrorCode said, int closeCode, String message) {

    boolean mayReconnect() {
        boolean fatal = said != null && said.fatal();
        return ErrorCode.mayReconnect(fatal ? code().closeCode() : closeCode);
    }

    /** The server's code, or the one its close code stands for. */
    ErrorCode code() {
        if (said != null) {
            return said;
        }
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.fatal() && code.closeCode() == closeCode)
                .findFirst()
                .orElse(ErrorCode.UNKNOWN_ERROR);
    }
}
