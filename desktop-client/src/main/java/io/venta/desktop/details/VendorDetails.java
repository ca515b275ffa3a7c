package io.venta.desktop.details;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.Ages;
import io.venta.desktop.fx.Moments;
import io.venta.desktop.fx.Places;
import io.venta.desktop.fx.PresenceTexts;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.VendorStatus;
import io.venta.model.presence.DeviceType;
import io.venta.model.presence.PresenceDevice;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceStatus;
import io.venta.model.vendor.VendorUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One vendor in words, as it is at one moment.
 *
 * @param id its id
 * @param name what people call it
 * @param type what kind it is; empty where unknown
 * @param status what its mark shows
 * @param turn how its mark is turned, in degrees
 * @param motion what is known of its last fix; null where there is none
 * @param presence whether it is connected; null where nobody knows
 * @param profile what it says of itself
 */
record VendorDetails(
        String id,
        String name,
        String type,
        VendorStatus status,
        double turn,
        @Nullable Motion motion,
        @Nullable Presence presence,
        Profile profile) {

    private static final int DEVICES = 4;

    /**
     * Presence in words.
     *
     * @param status what its dot shows
     * @param more when it was seen, or how many more devices it has; empty where nothing is known
     * @param devices the first few, in the order in which they connected
     * @param hint what it says of the position, where the two seem to contradict; empty else
     */
    record Presence(PresenceStatus status, String more, List<Device> devices, String hint) {}

    /**
     * One of its devices.
     *
     * @param icon the style class of its picture
     * @param name what kind of device it is
     * @param words how present it is and since when it is connected
     */
    record Device(String icon, String name, String words) {}

    /**
     * A profile in words; dashes where it says nothing.
     *
     * @param serving whether it is open
     * @param description its own words
     * @param changed when it became so
     * @param fullChange the same with date and zone; empty where there is no profile
     */
    record Profile(String serving, String description, String changed, String fullChange) {}

    /**
     * A fix in words.
     *
     * @param speed with its unit
     * @param age with its unit
     * @param heading as a point of the compass and in degrees; a dash where unknown
     * @param position in degrees with hemispheres
     * @param coordinates the same as maps take it: latitude, longitude
     * @param time of day, with the date where it was not today
     * @param fullTime with date and zone
     */
    record Motion(
            String speed,
            String age,
            String heading,
            String position,
            String coordinates,
            String time,
            String fullTime) {}

    static VendorDetails of(Vendor vendor, Moments moments) {
        Fix fix = vendor.fix();
        return new VendorDetails(
                vendor.id().value(),
                vendor.name(),
                vendor.typeProperty().get(),
                vendor.status(),
                vendor.status() == VendorStatus.MOVING ? turn(fix) : 0,
                fix == null ? null : motion(fix, vendor.ageProperty().get(), moments),
                presence(vendor, moments.clock().instant()),
                profile(vendor.profileProperty().get(), moments));
    }

    private static @Nullable Presence presence(Vendor vendor, Instant now) {
        PresenceEntry entry = vendor.presenceProperty().get();
        if (entry == null) {
            return null;
        }
        int more = entry.devices().size() - DEVICES;
        return new Presence(
                entry.status(),
                more > 0
                        ? text("details.more-devices", more)
                        : PresenceTexts.seen(vendor.absenceProperty().get()),
                entry.devices().stream().limit(DEVICES).map(each -> device(each, now)).toList(),
                Boolean.TRUE.equals(entry.degraded())
                        ? text("presence.degraded")
                        : contradiction(vendor, entry.status()));
    }

    private static Device device(PresenceDevice device, Instant now) {
        DeviceType type = device.deviceType();
        return new Device(
                "device-" + (type == null ? "unknown" : type.wireName()),
                PresenceTexts.type(type),
                text(
                        "details.device",
                        PresenceTexts.status(device.status()),
                        Ages.format(Duration.between(device.since(), now))));
    }

    private static String contradiction(Vendor vendor, PresenceStatus presence) {
        boolean here = presence != PresenceStatus.OFFLINE;
        Duration age = vendor.ageProperty().get();
        return switch (vendor.status()) {
            case MOVING, STOPPED -> here ? "" : text("details.presence.elsewhere");
            case UNLOCATED -> here ? text("details.presence.nowhere") : "";
            case STALE, OFFLINE ->
                    here && age != null ? text("details.presence.old", Ages.format(age)) : "";
        };
    }

    private static Motion motion(Fix fix, @Nullable Duration age, Moments moments) {
        return new Motion(
                Ages.speed(fix.speed()),
                age == null ? text("details.unknown") : Ages.format(age),
                Places.heading(fix.heading()),
                Places.position(fix.position()),
                Places.coordinates(fix.position()),
                moments.brief(fix.timestamp()),
                moments.full(fix.timestamp()));
    }

    private static double turn(@Nullable Fix fix) {
        return fix == null || Double.isNaN(fix.heading()) ? 0 : fix.heading();
    }

    private static Profile profile(@Nullable VendorUpdate profile, Moments moments) {
        String unknown = text("details.unknown");
        if (profile == null) {
            return new Profile(unknown, unknown, unknown, "");
        }
        Boolean open = profile.open();
        String description = profile.description();
        return new Profile(
                open == null ? unknown : text(open ? "details.open" : "details.closed"),
                description == null || description.isBlank() ? unknown : description,
                moments.brief(profile.timestamp()),
                moments.full(profile.timestamp()));
    }
}
