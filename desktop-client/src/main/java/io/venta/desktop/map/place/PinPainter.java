package io.venta.desktop.map.place;

import io.venta.desktop.map.marks.MarkColours;
import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.map.projection.WebMercator;
import io.venta.model.location.GeoPosition;
import java.util.Locale;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Paints the pin of a place that was gone to, its point on the place. JavaFX thread only. */
public final class PinPainter {

    private static final double HEAD = 8;
    private static final double STEM = 22;
    private static final Font WORDS = Font.font(12);
    private static final double LABEL_WIDTH = 138;
    private static final double LABEL_HEIGHT = 18;

    private PinPainter() {}

    /** Paints it and says where its coordinates are written. */
    public static Bounds paint(
            GraphicsContext g, GeoPosition place, Viewport view, MarkColours colours) {
        double x = view.screenX(WebMercator.x(place.lng()));
        double y = view.screenY(WebMercator.y(place.lat()));
        double middle = y - STEM;
        g.beginPath();
        g.moveTo(x, y);
        g.lineTo(x - HEAD * 0.86, middle + HEAD * 0.5);
        g.arc(x, middle, HEAD, HEAD, 210, -240);
        g.closePath();
        g.setStroke(colours.halo());
        g.setLineWidth(3);
        g.stroke();
        g.setFill(colours.accent());
        g.fill();
        g.setFill(colours.halo());
        g.fillOval(x - 3, middle - 3, 6, 6);
        double left = Math.rint(x - LABEL_WIDTH / 2);
        g.setFill(colours.paper());
        g.fillRoundRect(left, y + 6, LABEL_WIDTH, LABEL_HEIGHT, 6, 6);
        g.setFill(colours.ink());
        g.setFont(WORDS);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(
                String.format(Locale.ROOT, "%.5f, %.5f", place.lat(), place.lng()),
                x,
                y + 6 + LABEL_HEIGHT / 2);
        return new BoundingBox(left, y + 6, LABEL_WIDTH, LABEL_HEIGHT);
    }
}
