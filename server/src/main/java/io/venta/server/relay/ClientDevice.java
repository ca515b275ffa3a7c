package io.venta.server.relay;

import io.venta.model.ErrorCode;
import io.venta.model.presence.DeviceType;
import io.venta.server.error.RejectedMessageException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;

/**
 * What a CONNECT says about the device it comes from.
 *
 * @param id the client's name for it
 * @param type what kind it is
 */
record ClientDevice(@Nullable String id, @Nullable DeviceType type) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String TYPES =
            Arrays.stream(DeviceType.values())
                    .map(DeviceType::wireName)
                    .collect(Collectors.joining(", "));

    /**
     * Reads the headers.
     *
     * @throws RejectedMessageException if one of them is none of the contract's
     */
    static ClientDevice of(StompHeaderAccessor connect) {
        var id = connect.getFirstNativeHeader("device-id");
        if (id != null && !ID.matcher(id).matches()) {
            throw refused("device-id is 1 to 64 of A-Z a-z 0-9 _ -");
        }
        var word = connect.getFirstNativeHeader("device-type");
        var type = word == null ? null : DeviceType.of(word).orElse(null);
        if (word != null && type == null) {
            throw refused("device-type is one of " + TYPES);
        }
        return new ClientDevice(id, type);
    }

    private static RejectedMessageException refused(String reason) {
        return new RejectedMessageException(ErrorCode.PROTOCOL_ERROR, reason);
    }
}
