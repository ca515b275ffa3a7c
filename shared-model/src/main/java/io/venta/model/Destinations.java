package io.venta.model;

import io.venta.model.location.VendorId;

/** STOMP destinations: {@code /app/…} is sent to, everything else is subscribed to. */
public final class Destinations {

    /** Prefix of all destinations that a client may SEND to. */
    public static final String APP = "/app";

    /** Prefix of what is shared by all who may watch it. */
    public static final String TOPIC = "/topic";

    /** Prefix of what belongs to one user. */
    public static final String USER = "/user";

    /** A position or an array of them; see {@link io.venta.model.location.LocationReport}. */
    public static final String LOCATION_REPORT = "/app/location.report";

    /** A vendor's profile; see {@link io.venta.model.vendor.VendorReport}. */
    public static final String VENDOR_REPORT = "/app/vendor.report";

    /** Says how present the user is; see {@link io.venta.model.presence.PresenceReport}. */
    public static final String PRESENCE_REPORT = "/app/presence.report";

    /** Says what the user does; see {@link io.venta.model.presence.PresenceActivity}. */
    public static final String PRESENCE_ACTIVITY = "/app/presence.activity";

    /** Asks for a {@code pong} on {@link #REPLIES}. */
    public static final String SESSION_PING = "/app/session.ping";

    /** Goes on by a newer token; see {@link io.venta.model.session.SessionRefresh}. */
    public static final String SESSION_REFRESH = "/app/session.refresh";

    /** What reached this device; see {@link io.venta.model.notification.NotificationIds}. */
    public static final String NOTIFICATION_RECEIVED = "/app/notification.received";

    /** What was read; see {@link io.venta.model.notification.NotificationReadReport}. */
    public static final String NOTIFICATION_READ = "/app/notification.read";

    /** Positions of every vendor; dispatchers and administrators. */
    public static final String ALL_LOCATIONS = "/topic/location.*";

    /** Profiles of every vendor; dispatchers and administrators. */
    public static final String ALL_VENDORS = "/topic/vendor.*";

    /** Presence of every vendor; dispatchers and administrators. */
    public static final String ALL_VENDORS_PRESENCE = "/topic/presence.vendor.*";

    /** Presence of every user; dispatchers and administrators. */
    public static final String ALL_USERS_PRESENCE = "/topic/presence.user.*";

    /** Notifications to the user, on every device: those not read first, oldest first. */
    public static final String NOTIFICATIONS = "/user/queue/notifications";

    /** Refusals and announcements to this session alone. */
    public static final String ERRORS = "/user/queue/errors";

    /** Answers to this session alone. */
    public static final String REPLIES = "/user/queue/replies";

    private Destinations() {}

    /** Positions of one vendor. */
    public static String location(VendorId vendor) {
        return TOPIC + "/location." + vendor.value();
    }

    /** The profile of one vendor. */
    public static String vendor(VendorId vendor) {
        return TOPIC + "/vendor." + vendor.value();
    }

    /** Presence of one vendor. */
    public static String presence(VendorId vendor) {
        return TOPIC + "/presence.vendor." + vendor.value();
    }

    /** Presence of one user. */
    public static String presence(UserKey user) {
        return TOPIC + "/presence.user." + user.value();
    }
}
