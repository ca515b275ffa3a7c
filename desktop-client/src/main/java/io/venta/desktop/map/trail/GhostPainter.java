package io.venta.desktop.map.trail;

import io.venta.desktop.map.marks.MarkColours;
import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.map.projection.WebMercator;
import io.venta.desktop.vendor.Fix;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Paints where the selected vendor was at the moment that is looked at. JavaFX thread only. */
public final class GhostPainter {

    private static final Font TIME = Font.font(12);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final double RADIUS = 8;
    private static final double LABEL_WIDTH = 62;
    private static final double LABEL_HEIGHT = 18;

    private GhostPainter() {}

    /**
     * Paints it.
     *
     * @param zone whose time is written
     * @return where that is
     */
    public static Bounds paint(
            GraphicsContext g, Fix fix, Viewport view, MarkColours colours, ZoneId zone) {
        double x = view.screenX(WebMercator.x(fix.position().lng()));
        double y = view.screenY(WebMercator.y(fix.position().lat()));
        Color accent = colours.accent();
        g.setFill(accent.deriveColor(0, 1, 1, 0.35));
        g.fillOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        g.setLineWidth(4);
        g.setStroke(colours.halo());
        g.strokeOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        g.setLineWidth(2);
        g.setStroke(accent);
        g.strokeOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        double left = Math.rint(x - LABEL_WIDTH / 2);
        double top = Math.rint(y - RADIUS - 6 - LABEL_HEIGHT);
        g.setFill(colours.paper());
        g.fillRoundRect(left, top, LABEL_WIDTH, LABEL_HEIGHT, 6, 6);
        g.setFill(colours.ink());
        g.setFont(TIME);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(CLOCK.format(fix.timestamp().atZone(zone)), left + LABEL_WIDTH / 2, top + 9);
        return new BoundingBox(left, top, LABEL_WIDTH, LABEL_HEIGHT);
    }
}
