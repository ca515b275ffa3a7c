package io.venta.model;

import java.util.Locale;

/** The {@code type} header of a MESSAGE: what its body is. */
public enum MessageType {
    /** {@link io.venta.model.location.LocationUpdate}. */
    LOCATION_UPDATED,
    /** {@link io.venta.model.location.VendorRemoved}. */
    VENDOR_REMOVED,
    /** {@link io.venta.model.vendor.VendorUpdate}. */
    VENDOR_UPDATED,
    /** {@link io.venta.model.presence.PresenceState}. */
    PRESENCE_STATE,
    /** {@link io.venta.model.presence.PresenceDiff}. */
    PRESENCE_DIFF,
    /** {@link io.venta.model.notification.Notification}. */
    NOTIFICATION,
    /** {@link io.venta.model.notification.NotificationIds}: read on one of the user's devices. */
    NOTIFICATION_READ,
    /** {@link ErrorReply}. */
    ERROR,
    /** {@link ErrorReply} with {@link ErrorCode#SERVICE_DEGRADED}: RabbitMQ is out of reach. */
    SERVICE_DEGRADED,
    /** RabbitMQ is back; the body is an empty object. */
    SERVICE_RESTORED,
    /** {@link io.venta.model.session.Pong}. */
    PONG;

    /** Name of the STOMP header that carries it. */
    public static final String HEADER = "type";

    /** The header's value, in lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
