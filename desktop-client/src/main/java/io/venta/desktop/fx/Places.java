package io.venta.desktop.fx;

import static io.venta.desktop.fx.Texts.text;

import io.venta.model.location.GeoPosition;
import java.util.Locale;

/** How places and directions are written. */
public final class Places {

    private static final int POINTS = 8;

    private Places() {}

    /** A point of the compass and the degrees, or a dash. */
    public static String heading(double degrees) {
        if (Double.isNaN(degrees)) {
            return text("details.unknown");
        }
        long point = Math.round(degrees * POINTS / 360) % POINTS;
        return text("details.compass." + point) + ", " + Math.round(degrees) % 360 + "°";
    }

    /** In degrees, 1 m exact, with hemispheres. */
    public static String position(GeoPosition position) {
        return degrees(position.lat(), "N", "S") + ", " + degrees(position.lng(), "E", "W");
    }

    /** As other maps take it, 1 m exact. */
    public static String coordinates(GeoPosition position) {
        return String.format(Locale.ROOT, "%.5f, %.5f", position.lat(), position.lng());
    }

    private static String degrees(double value, String positive, String negative) {
        String hemisphere = value < 0 ? negative : positive;
        return String.format(Locale.ROOT, "%.5f°\u2009%s", Math.abs(value), hemisphere);
    }
}
