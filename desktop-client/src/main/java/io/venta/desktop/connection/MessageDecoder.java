package io.venta.desktop.connection;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import io.venta.model.ErrorReply;
import io.venta.model.MessageType;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorRemoved;
import io.venta.model.notification.Notification;
import io.venta.model.notification.NotificationIds;
import io.venta.model.presence.PresenceDiff;
import io.venta.model.presence.PresenceState;
import io.venta.model.session.Pong;
import io.venta.model.vendor.VendorUpdate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.messaging.simp.stomp.StompHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns MESSAGE frames into records. A type that a newer server knows and this client does not is
 * left out, and so is a body that does not fit its type; neither ends the connection.
 */
final class MessageDecoder {

    private static final System.Logger LOG = System.getLogger(MessageDecoder.class.getName());

    private static final Map<String, MessageType> TYPES =
            Arrays.stream(MessageType.values())
                    .collect(Collectors.toMap(MessageType::wireName, Function.identity()));

    private final JsonMapper json;

    MessageDecoder(JsonMapper json) {
        this.json = json;
    }

    Optional<GatewayMessage> decode(StompHeaders headers, byte[] body) {
        String name = headers.getFirst(MessageType.HEADER);
        MessageType type = name == null ? null : TYPES.get(name);
        if (type == null) {
            LOG.log(DEBUG, "A message of the unknown type {0} was left out", name);
            return Optional.empty();
        }
        try {
            boolean retained = Boolean.parseBoolean(headers.getFirst("retained"));
            return Optional.of(
                    new GatewayMessage(type, retained, json.readValue(body, payload(type))));
        } catch (JacksonException e) {
            LOG.log(WARNING, "A {0} could not be read: {1}", name, e.getOriginalMessage());
            return Optional.empty();
        }
    }

    private static Class<?> payload(MessageType type) {
        return switch (type) {
            case LOCATION_UPDATED -> LocationUpdate.class;
            case VENDOR_REMOVED -> VendorRemoved.class;
            case VENDOR_UPDATED -> VendorUpdate.class;
            case PRESENCE_STATE -> PresenceState.class;
            case PRESENCE_DIFF -> PresenceDiff.class;
            case NOTIFICATION -> Notification.class;
            case NOTIFICATION_READ -> NotificationIds.class;
            case ERROR, SERVICE_DEGRADED -> ErrorReply.class;
            case PONG -> Pong.class;
            case SERVICE_RESTORED -> Map.class;
        };
    }
}
