package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.PresenceTexts;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Vendor;
import io.venta.model.presence.PresenceEntry;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/** What rows say of a vendor in sentences. */
final class RowTexts {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM);

    private RowTexts() {}

    /** Who it is, whether it is here, how old its fix is, and what its mark means. */
    static String tooltip(Vendor vendor) {
        String name = Names.oneLine(vendor.name());
        String rule = StateValue.of(vendor).rule();
        Fix fix = vendor.fix();
        return fix == null
                ? text("fleet.tooltip-unlocated", name, vendor.id(), presence(vendor), rule)
                : text("fleet.tooltip", name, vendor.id(), presence(vendor), time(fix), rule);
    }

    /** When a fix was taken, with the zone. */
    static String time(Fix fix) {
        ZoneId zone = ZoneId.systemDefault();
        return TIME.format(fix.timestamp().atZone(zone))
                + ' '
                + zone.getDisplayName(TextStyle.SHORT, Locale.getDefault());
    }

    /** Whether a device is connected, and since when not. */
    static String presence(Vendor vendor) {
        PresenceEntry entry = vendor.presenceProperty().get();
        if (entry == null) {
            return text("presence.unknown");
        }
        String seen = PresenceTexts.seen(vendor.absenceProperty().get());
        String status = PresenceTexts.status(entry.status());
        return seen.isEmpty() ? status : status + ", " + seen;
    }
}
