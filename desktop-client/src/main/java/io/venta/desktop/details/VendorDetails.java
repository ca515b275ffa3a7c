package io.venta.desktop.details;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.Ages;
import io.venta.desktop.fx.PresenceTexts;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.VendorStatus;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceStatus;
import io.venta.model.vendor.VendorUpdate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One vendor in words, as it is at one moment.
 *
 * @param id its id
 * @param name what people call it
 * @param type what kind it is; empty where unknown
 * @param description its own words; empty where it has none
 * @param serving whether it is open; a dash where unknown
 * @param status what its mark shows
 * @param turn how its mark is turned, in degrees
 * @param motion what is known of its last fix; null where there is none
 * @param presence whether it is connected; null where nobody knows
 */
record VendorDetails(
        String id,
        String name,
        String type,
        String description,
        String serving,
        VendorStatus status,
        double turn,
        @Nullable Motion motion,
        @Nullable Presence presence) {

    /**
     * Presence in words.
     *
     * @param status what its dot shows
     * @param more its devices, or when it was seen; empty where nothing is known
     * @param hint what it says of the position, where the two seem to contradict; empty else
     */
    record Presence(PresenceStatus status, String more, String hint) {}

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
        VendorUpdate profile = vendor.profileProperty().get();
        return new VendorDetails(
                vendor.id().value(),
                vendor.name(),
                vendor.typeProperty().get(),
                profile == null || profile.description() == null ? "" : profile.description(),
                serving(profile == null ? null : profile.open()),
                vendor.status(),
                vendor.status() == VendorStatus.MOVING ? turn(fix) : 0,
                fix == null ? null : motion(fix, vendor.ageProperty().get(), moments),
                presence(vendor, moments.clock().instant()));
    }

    private static @Nullable Presence presence(Vendor vendor, Instant now) {
        PresenceEntry entry = vendor.presenceProperty().get();
        if (entry == null) {
            return null;
        }
        String devices = PresenceTexts.devices(entry, now);
        return new Presence(
                entry.status(),
                devices.isEmpty() ? PresenceTexts.seen(vendor.absenceProperty().get()) : devices,
                Boolean.TRUE.equals(entry.degraded())
                        ? text("presence.degraded")
                        : contradiction(vendor, entry.status()));
    }

    private static String contradiction(Vendor vendor, PresenceStatus presence) {
        boolean here = presence != PresenceStatus.OFFLINE;
        Duration age = vendor.ageProperty().get();
        return switch (vendor.status()) {
            case MOVING, STOPPED -> here ? "" : text("details.presence.elsewhere");
            case UNLOCATED -> here ? text("details.presence.nowhere") : "";
            case STALE -> here && age != null ? text("details.presence.old", Ages.format(age)) : "";
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

    private static String serving(@Nullable Boolean open) {
        if (open == null) {
            return text("details.unknown");
        }
        return text(open ? "details.open" : "details.closed");
    }
}
