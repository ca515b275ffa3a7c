package io.venta.desktop.map.marks;

import io.venta.desktop.vendor.Fix;
import java.util.EnumSet;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/**
 * Marks painted once each, for every state, with a halo and without, and, where one shows, every
 * fifth degree of heading or every step of fading. JavaFX thread only.
 */
final class MarkSprites {

    private static final int DEGREES = 5;
    private static final int HEADINGS = 360 / DEGREES;
    private static final int FADED = HEADINGS + MarkState.COUNT;
    private static final int PICTURES = FADED + Fade.values().length - 1;
    private static final double SIDE = 2 * MarkPainter.REACH;

    private final Sprite[] plain = new Sprite[PICTURES];
    private final Sprite[] alerted = new Sprite[PICTURES];
    private final MarkColours colours;
    private final double scale;

    /** In these colours, for a screen with so many device pixels a pixel. */
    MarkSprites(MarkColours colours, double scale) {
        this.colours = colours;
        this.scale = scale;
        paint(plain, false);
        paint(alerted, true);
    }

    boolean fit(MarkColours otherColours, double otherScale) {
        return colours.equals(otherColours) && scale == otherScale;
    }

    Sprite of(Mark mark, MarkState state) {
        return (mark.alerted() ? alerted : plain)[picture(mark, state)];
    }

    private static int picture(Mark mark, MarkState state) {
        Fix fix = mark.vendor().fix();
        if (state == MarkState.MOVING && fix != null && !Double.isNaN(fix.heading())) {
            return Math.floorMod(Math.round(fix.heading() / DEGREES), HEADINGS);
        }
        return picture(state, mark.fade());
    }

    private static int picture(MarkState state, Fade fade) {
        return fade == Fade.LEAST ? HEADINGS + state.level() : FADED + fade.step() - 1;
    }

    /** All side by side on one canvas, since each snapshot waits for the renderer. */
    private void paint(Sprite[] into, boolean alert) {
        Canvas canvas = new Canvas(SIDE * PICTURES, SIDE);
        GraphicsContext g = canvas.getGraphicsContext2D();
        for (int i = 0; i < HEADINGS; i++) {
            paint(g, i, new Look(MarkState.MOVING, i * DEGREES, Fade.LEAST), alert);
        }
        for (MarkState state : MarkState.values()) {
            paint(g, HEADINGS + state.level(), new Look(state, Double.NaN, Fade.LEAST), alert);
        }
        for (Fade fade : EnumSet.complementOf(EnumSet.of(Fade.LEAST))) {
            Look look = new Look(MarkState.STALE, Double.NaN, fade);
            paint(g, picture(MarkState.STALE, fade), look, alert);
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(scale, scale));
        PixelReader pixels = canvas.snapshot(parameters, null).getPixelReader();
        int side = (int) Math.floor(SIDE * scale);
        for (int i = 0; i < PICTURES; i++) {
            into[i] = Sprite.cut(pixels, (int) Math.round(SIDE * i * scale), 0, side);
        }
    }

    private void paint(GraphicsContext g, int place, Look look, boolean alert) {
        double x = SIDE * place + SIDE / 2;
        if (alert) {
            MarkPainter.alert(g, x, SIDE / 2, 0, colours);
        }
        MarkPainter.paint(g, look, x, SIDE / 2, colours);
    }
}
