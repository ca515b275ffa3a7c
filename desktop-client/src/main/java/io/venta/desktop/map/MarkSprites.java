package io.venta.desktop.map;

import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.VendorStatus;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;

/**
 * Marks painted once each, for every state and, where one shows, every fifth degree of heading: a
 * thousand pictures a frame cost a fraction of a thousand outlines. JavaFX thread only.
 */
final class MarkSprites {

    private static final double SIDE = 24;
    private static final int DEGREES = 5;
    private static final int NO_HEADING = -1;

    private record Key(VendorStatus status, int heading) {}

    private final Map<Key, Image> images = new HashMap<>();
    private final MapColours colours;
    private final double scale;

    /** In these colours, for a screen with so many device pixels a pixel. */
    MarkSprites(MapColours colours, double scale) {
        this.colours = colours;
        this.scale = scale;
    }

    boolean fit(MapColours otherColours, double otherScale) {
        return colours.equals(otherColours) && scale == otherScale;
    }

    /** On whole device pixels, so that nothing is blurred. */
    void paint(GraphicsContext g, Mark mark) {
        VendorStatus status = mark.vendor().status();
        int heading = heading(status, mark.vendor().fix());
        Image image = images.computeIfAbsent(new Key(status, heading), this::render);
        double left = Math.rint((mark.x() - SIDE / 2) * scale) / scale;
        double top = Math.rint((mark.y() - SIDE / 2) * scale) / scale;
        g.drawImage(image, left, top, SIDE, SIDE);
    }

    private static int heading(VendorStatus status, @Nullable Fix fix) {
        if (status != VendorStatus.MOVING || fix == null || Double.isNaN(fix.heading())) {
            return NO_HEADING;
        }
        return (int) Math.round(fix.heading() / DEGREES);
    }

    private Image render(Key key) {
        Canvas canvas = new Canvas(SIDE, SIDE);
        double heading = key.heading == NO_HEADING ? Double.NaN : key.heading * DEGREES;
        MarkPainter.paint(
                canvas.getGraphicsContext2D(), key.status, heading, SIDE / 2, SIDE / 2, colours);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(scale, scale));
        return canvas.snapshot(parameters, null);
    }
}
