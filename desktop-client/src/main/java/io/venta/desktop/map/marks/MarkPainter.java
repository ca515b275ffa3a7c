package io.venta.desktop.map.marks;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints single marks: state told by shape and colour. JavaFX thread only. */
final class MarkPainter {

    /** As far from its middle as a mark with its halo reaches. */
    static final double REACH = 16;

    private static final double[] ARROW_X = {0, 6.5, 0, -6.5};
    private static final double[] ARROW_Y = {-9.5, 7.5, 4, 7.5};
    private static final double DISC = 5;
    private static final double RING = 8;
    private static final double HALO = 13;
    private static final double SELECTION = 14;
    private static final double SELECTION_ROUND_HALO = 17.5;

    private MarkPainter() {}

    static void paint(GraphicsContext g, Look look, double x, double y, MarkColours colours) {
        Color colour = colours.of(look.state());
        switch (look.state()) {
            case MOVING -> moving(g, look.heading(), x, y, colour, colours.halo());
            case STOPPED -> disc(g, x, y, DISC + 0.5, colour, colours.halo());
            case STALE -> stale(g, x, y, colour, look.fade());
            case OFFLINE -> {
                ring(g, x, y, DISC, colours.halo(), 4);
                ring(g, x, y, DISC, colour, 2);
            }
        }
    }

    /** Under a mark that has an alert, or, wider, round a cluster that holds one. */
    static void alert(GraphicsContext g, double x, double y, double wider, MarkColours colours) {
        g.setFill(colours.alert().deriveColor(0, 1, 1, 0.3));
        oval(g, x, y, HALO + wider);
        ring(g, x, y, HALO + wider, colours.alert(), 2.5);
    }

    /** Around the selected mark. */
    static void select(GraphicsContext g, Mark mark, MarkColours colours) {
        double radius = mark.alerted() ? SELECTION_ROUND_HALO : SELECTION;
        ring(g, mark.x(), mark.y(), radius, colours.halo(), 4);
        ring(g, mark.x(), mark.y(), radius, colours.accent(), 2);
    }

    /** As far from its middle as a mark reaches with what is around it. */
    static double radius(Mark mark, boolean selected) {
        if (selected) {
            return (mark.alerted() ? SELECTION_ROUND_HALO : SELECTION) + 2;
        }
        return mark.alerted() ? HALO + 1 : RING + 1;
    }

    private static void moving(
            GraphicsContext g, double heading, double x, double y, Color colour, Color halo) {
        if (Double.isNaN(heading)) {
            disc(g, x, y, DISC + 1.5, colour, halo);
            disc(g, x, y, 2, halo, halo);
            return;
        }
        double sin = Math.sin(Math.toRadians(heading));
        double cos = Math.cos(Math.toRadians(heading));
        double[] turnedX = new double[ARROW_X.length];
        double[] turnedY = new double[ARROW_Y.length];
        for (int i = 0; i < turnedX.length; i++) {
            turnedX[i] = x + ARROW_X[i] * cos - ARROW_Y[i] * sin;
            turnedY[i] = y + ARROW_X[i] * sin + ARROW_Y[i] * cos;
        }
        g.setStroke(halo);
        g.setLineWidth(2.5);
        g.strokePolygon(turnedX, turnedY, turnedX.length);
        g.setFill(colour);
        g.fillPolygon(turnedX, turnedY, turnedX.length);
    }

    private static void disc(
            GraphicsContext g, double x, double y, double radius, Color colour, Color halo) {
        g.setFill(halo);
        oval(g, x, y, radius + 1.25);
        g.setFill(colour);
        oval(g, x, y, radius);
    }

    private static void stale(GraphicsContext g, double x, double y, Color colour, Fade fade) {
        g.setFill(colour.deriveColor(0, 1, 1, fade.strength()));
        oval(g, x, y, DISC);
        g.setLineDashes(3.2, 3.08);
        ring(g, x, y, RING, colour, 1.5);
        g.setLineDashes();
    }

    private static void oval(GraphicsContext g, double x, double y, double radius) {
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    static void ring(
            GraphicsContext g, double x, double y, double radius, Color colour, double width) {
        g.setStroke(colour);
        g.setLineWidth(width);
        g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
