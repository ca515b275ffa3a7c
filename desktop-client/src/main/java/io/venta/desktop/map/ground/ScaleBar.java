package io.venta.desktop.map.ground;

import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.map.projection.WebMercator;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;

/** A bar of a round length, true in the middle of the map. */
final class ScaleBar {

    private static final double MAX_PIXELS = 110;
    private static final double INSET = 12;
    private static final Font FIGURES = Font.font(11);

    private ScaleBar() {}

    /** Paints it and says where. */
    static Bounds paint(GraphicsContext g, Viewport view, GroundColours colours) {
        double metresPerPixel = WebMercator.metresPerPixel(view.middle().lat(), view.zoom());
        double metres = round(metresPerPixel * MAX_PIXELS);
        double pixels = Math.rint(metres / metresPerPixel);
        double bottom = Math.rint(view.height() - INSET) - 0.5;
        Bounds place = new BoundingBox(INSET - 6, bottom - 20, pixels + 12, 25);
        g.setFill(colours.paper());
        g.fillRoundRect(
                place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight(), 6, 6);
        g.setStroke(colours.ink());
        g.setLineWidth(1.5);
        g.beginPath();
        g.moveTo(INSET, bottom - 5);
        g.lineTo(INSET, bottom);
        g.lineTo(INSET + pixels, bottom);
        g.lineTo(INSET + pixels, bottom - 5);
        g.stroke();
        g.setFill(colours.ink());
        g.setFont(FIGURES);
        g.fillText(label(metres), INSET + 4, bottom - 6);
        return place;
    }

    /** The largest of 1, 2, 5 times a power of ten that is not longer. */
    static double round(double metres) {
        double power = Math.pow(10, Math.floor(Math.log10(metres)));
        double digits = metres / power;
        return power * (digits >= 5 ? 5 : digits >= 2 ? 2 : 1);
    }

    private static String label(double metres) {
        return metres >= 1000
                ? Math.round(metres / 1000) + "\u2009km"
                : Math.round(metres) + "\u2009m";
    }
}
