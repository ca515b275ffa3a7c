package io.venta.desktop.map.trail;

import io.venta.desktop.map.marks.Glide;
import io.venta.desktop.map.marks.Mark;
import io.venta.desktop.map.marks.MarkColours;
import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.vendor.Trail;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Paints where the selected vendor was, up to its mark: the older the fainter, with the times along
 * it. JavaFX thread only.
 */
public final class TrailPainter {

    private static final int SHADES = 8;
    private static final double FAINTEST = 0.4;
    private static final double WIDTH = 3;
    private static final Font TIMES = Font.font(11);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final double LABEL_WIDTH = 38;
    private static final double LABEL_HEIGHT = 16;
    private static final double BESIDE = 7;

    /** As far as the selected vendor's ring reaches, its halo included, and a little more. */
    private static final double RING = 24;

    private TrailPainter() {}

    /**
     * Paints it.
     *
     * @param mark where the vendor is shown now; what is newer is not yet drawn
     * @param zone whose time is written
     * @return where times are written, so that names stay clear of them
     */
    public static List<Bounds> paint(
            GraphicsContext g,
            Trail trail,
            Mark mark,
            Viewport view,
            MarkColours colours,
            ZoneId zone) {
        Glide way = mark.glide();
        if (way == null || trail.fixes().isEmpty()) {
            return List.of();
        }
        Instant now = way.fix().timestamp();
        TrailLine line = new TrailLine(trail, now, view);
        line.end(view.screenX(mark.worldX()), view.screenY(mark.worldY()), now, way.fix().jump());
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        stroke(g, line.points(), view, colours.halo(), WIDTH + 3);
        stroke(g, line.points(), view, colours.accent(), WIDTH);
        g.setFont(TIMES);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        List<Bounds> written = new ArrayList<>();
        for (TrailLine.Point tick : TimeTicks.along(line, zone)) {
            if (view.shows(tick.x(), tick.y(), -LABEL_WIDTH)) {
                Bounds place = place(tick, line.points().getLast());
                write(g, tick, place, colours, CLOCK.format(tick.at().atZone(zone)));
                written.add(place);
            }
        }
        return written;
    }

    /** In as many shades as are told apart, each one path. */
    private static void stroke(
            GraphicsContext g,
            List<TrailLine.Point> points,
            Viewport view,
            Color colour,
            double width) {
        g.setLineWidth(width);
        long oldest = points.getFirst().at().toEpochMilli();
        double all = Math.max(1, points.getLast().at().toEpochMilli() - oldest);
        int from = 1;
        for (int shade = 0; shade < SHADES; shade++) {
            long until = oldest + (long) Math.ceil(all * (shade + 1) / SHADES);
            int to = from;
            while (to < points.size() && points.get(to).at().toEpochMilli() <= until) {
                to++;
            }
            double strength = FAINTEST + (1 - FAINTEST) * (shade + 1) / SHADES;
            g.setStroke(colour.deriveColor(0, 1, 1, strength));
            g.beginPath();
            trace(g, points, from, to, view);
            g.stroke();
            from = to;
        }
    }

    private static void trace(
            GraphicsContext g, List<TrailLine.Point> points, int from, int to, Viewport view) {
        boolean drawing = false;
        for (int i = from; i < to; i++) {
            TrailLine.Point before = points.get(i - 1);
            TrailLine.Point point = points.get(i);
            boolean seen = !point.first() && crosses(before, point, view);
            if (seen && !drawing) {
                g.moveTo(before.x(), before.y());
            }
            if (seen) {
                g.lineTo(point.x(), point.y());
            }
            drawing = seen;
        }
    }

    private static boolean crosses(TrailLine.Point a, TrailLine.Point b, Viewport view) {
        return Math.max(a.x(), b.x()) >= 0
                && Math.min(a.x(), b.x()) <= view.width()
                && Math.max(a.y(), b.y()) >= 0
                && Math.min(a.y(), b.y()) <= view.height();
    }

    /** Beside it; what is close to the mark stays clear of the ring that the mark wears. */
    private static Bounds place(TrailLine.Point tick, TrailLine.Point mark) {
        double left = tick.x() + BESIDE;
        return new BoundingBox(
                Math.rint(tick.distance(mark) < RING ? Math.max(left, mark.x() + RING) : left),
                Math.rint(tick.y() - LABEL_HEIGHT / 2),
                LABEL_WIDTH,
                LABEL_HEIGHT);
    }

    private static void write(
            GraphicsContext g,
            TrailLine.Point tick,
            Bounds place,
            MarkColours colours,
            String time) {
        g.setFill(colours.accent());
        g.fillOval(tick.x() - 4, tick.y() - 4, 8, 8);
        g.setFill(colours.halo());
        g.fillOval(tick.x() - 2, tick.y() - 2, 4, 4);
        g.setFill(colours.paper());
        g.fillRoundRect(place.getMinX(), place.getMinY(), LABEL_WIDTH, LABEL_HEIGHT, 6, 6);
        g.setFill(colours.ink());
        g.fillText(time, place.getMinX() + 4, place.getCenterY());
    }
}
