package io.venta.desktop.map.ground;

import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.map.projection.WebMercator;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;

/** Lines of whole or round fractions of degrees, with figures at the top and right edges. */
final class Graticule {

    private static final double[] STEPS = {
        30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005
    };
    private static final double MIN_GAP = 130;
    private static final Font FIGURES = Font.font(10);

    private Graticule() {}

    static void paint(GraphicsContext g, Viewport view, GroundColours colours) {
        double step = step(view);
        g.setLineWidth(1);
        g.setFont(FIGURES);
        g.setStroke(colours.grid());
        g.setFill(colours.ink());
        meridians(g, view, step);
        parallels(g, view, step);
    }

    /** The finest step whose lines keep a distance. */
    static double step(Viewport view) {
        double chosen = STEPS[0];
        for (double step : STEPS) {
            if (view.scale() * step / 360 >= MIN_GAP) {
                chosen = step;
            }
        }
        return chosen;
    }

    private static void meridians(GraphicsContext g, Viewport view, double step) {
        double west = view.worldX(0) * 360 - 180;
        double east = view.worldX(view.width()) * 360 - 180;
        for (long i = (long) Math.ceil(west / step); i * step <= east; i++) {
            double lng = i * step;
            double x = Math.rint((lng - west) / 360 * view.scale()) + 0.5;
            g.strokeLine(x, 0, x, view.height());
            g.fillText(label(wrapped(lng), step, "E", "W"), x + 4, 12);
        }
    }

    private static void parallels(GraphicsContext g, Viewport view, double step) {
        double north = WebMercator.position(0, view.worldY(0)).lat();
        double south = WebMercator.position(0, view.worldY(view.height())).lat();
        for (long i = (long) Math.ceil(south / step); i * step <= north; i++) {
            double y = Math.rint(view.screenY(WebMercator.y(i * step))) + 0.5;
            g.strokeLine(0, y, view.width(), y);
            g.fillText(label(i * step, step, "N", "S"), 4, y - 4);
        }
    }

    private static double wrapped(double lng) {
        return lng - 360 * Math.floor((lng + 180) / 360);
    }

    private static String label(double degrees, double step, String positive, String negative) {
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
        String number = String.format(Locale.ROOT, "%." + decimals + "f°", Math.abs(degrees));
        return Math.abs(degrees) < step / 2
                ? number
                : number + "\u2009" + (degrees > 0 ? positive : negative);
    }
}
