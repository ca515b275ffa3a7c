package io.venta.desktop.fleet.export;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.vendor.Fix;
import io.venta.model.presence.PresenceEntry;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Vendors as CSV after RFC 4180, with a header and, for Excel, which else takes UTF-8 for something
 * else, a byte order mark. Times are ISO 8601 with the zone's offset, speeds km/h. Words that a
 * spreadsheet would take for a formula get an apostrophe before them.
 */
final class VendorCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private final ZoneId zone;

    VendorCsv(ZoneId zone) {
        this.zone = zone;
    }

    void write(List<VendorLine> lines, Appendable out) throws IOException {
        out.append(BYTE_ORDER_MARK);
        String[] header =
                Arrays.stream(text("fleet.csv.columns").split(","))
                        .map(String::strip)
                        .toArray(String[]::new);
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader(header).get();
        try (CSVPrinter printer = new CSVPrinter(out, format)) {
            for (VendorLine line : lines) {
                printer.printRecord(cells(line));
            }
        }
    }

    private Object[] cells(VendorLine line) {
        Fix fix = line.fix();
        PresenceEntry presence = line.presence();
        return new Object[] {
            harmless(line.id()),
            harmless(line.name()),
            harmless(line.type()),
            text("status." + line.status().key()),
            text(line.alerted() ? "fleet.csv.yes" : "fleet.csv.no"),
            fix == null ? "" : String.format(Locale.ROOT, "%.1f", fix.speed() * 3.6),
            fix == null || Double.isNaN(fix.heading()) ? "" : Math.round(fix.heading()) % 360,
            fix == null ? "" : degrees(fix.position().lat()),
            fix == null ? "" : degrees(fix.position().lng()),
            time(fix == null ? null : fix.timestamp()),
            presence == null
                    ? ""
                    : text("presence." + presence.status().name().toLowerCase(Locale.ROOT)),
            time(presence == null ? null : presence.lastSeen())
        };
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private String time(@Nullable Instant moment) {
        return moment == null
                ? ""
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    private static String harmless(String words) {
        boolean formula = !words.isEmpty() && FORMULA_STARTS.indexOf(words.charAt(0)) >= 0;
        return formula ? '\'' + words : words;
    }
}
