package io.venta.desktop.fx;

import static io.venta.desktop.fx.Texts.text;

import io.venta.model.presence.DeviceType;
import io.venta.model.presence.PresenceDevice;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How presence is written. */
public final class PresenceTexts {

    private static final Duration JUST_NOW = Duration.ofSeconds(10);
    private static final int NAMED = 3;

    private PresenceTexts() {}

    /** One word. */
    public static String status(PresenceStatus status) {
        return text("presence." + status.name().toLowerCase(Locale.ROOT));
    }

    /** {@code seen 2 h ago}; empty for who is here and where nobody knows. */
    public static String seen(PresenceEntry entry, Instant now) {
        Instant lastSeen = entry.lastSeen();
        boolean away = entry.status() == PresenceStatus.OFFLINE && lastSeen != null;
        return away ? seen(Duration.between(lastSeen, now)) : "";
    }

    /** {@code seen 2 h ago}; empty for null. */
    public static String seen(@Nullable Duration ago) {
        if (ago == null) {
            return "";
        }
        return ago.compareTo(JUST_NOW) < 0
                ? text("presence.seen-now")
                : text("presence.seen", Ages.format(ago));
    }

    /** {@code phone for 14 min, web page for 2 h}; empty without devices. */
    public static String devices(PresenceEntry entry, Instant now) {
        String named =
                entry.devices().stream()
                        .limit(NAMED)
                        .map(device -> device(device, now))
                        .collect(Collectors.joining(", "));
        int more = entry.devices().size() - NAMED;
        return more > 0 ? text("presence.more-devices", named, more) : named;
    }

    /** What kind of device it is. */
    public static String type(@Nullable DeviceType type) {
        return text("device." + (type == null ? "unknown" : type.wireName()));
    }

    private static String device(PresenceDevice device, Instant now) {
        String age = Ages.format(Duration.between(device.since(), now));
        return text("presence.device", type(device.deviceType()), age);
    }
}
