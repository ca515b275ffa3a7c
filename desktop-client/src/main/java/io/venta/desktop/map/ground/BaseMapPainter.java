package io.venta.desktop.map.ground;

import io.venta.desktop.map.projection.Extent;
import io.venta.desktop.map.projection.Viewport;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.StrokeLineJoin;

/** Paints a {@link BaseMap}: water, land with its coast, borders. JavaFX thread only. */
final class BaseMapPainter {

    /** What is cut off out of sight is rounded there as well, and still not seen. */
    private static final double MARGIN = CornerRounder.ROUNDING + 4;

    private final BaseMap map;
    private final CornerRounder rounder = new CornerRounder();

    BaseMapPainter(BaseMap map) {
        this.map = map;
    }

    void paint(GraphicsContext g, Viewport view, GroundColours colours) {
        BaseMap.Detail detail = map.detail(view.zoom());
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.beginPath();
        eachCopy(view, (offset, visible) -> traceRings(g, view, detail.land(), offset, visible));
        g.setFillRule(FillRule.EVEN_ODD);
        g.setFill(colours.land());
        g.fill();
        g.setLineWidth(1);
        g.setStroke(colours.coast());
        g.stroke();

        g.beginPath();
        eachCopy(view, (offset, seen) -> traceLines(g, view, detail.borders(), offset, seen));
        g.setStroke(colours.border());
        g.setLineDashes(4, 3);
        g.stroke();
        g.setLineDashes();
    }

    private interface Copy {
        void trace(double offset, Extent visible);
    }

    /** The world goes round: what lies beyond the 180th meridian is drawn again beside it. */
    private static void eachCopy(Viewport view, Copy copy) {
        Extent visible =
                new Extent(
                        view.worldX(-MARGIN),
                        view.worldY(-MARGIN),
                        view.worldX(view.width() + MARGIN),
                        view.worldY(view.height() + MARGIN));
        int first = (int) Math.floor(visible.west());
        int last = (int) Math.floor(visible.east());
        for (int offset = first; offset <= last; offset++) {
            copy.trace(offset, visible.shifted(-offset));
        }
    }

    private void traceRings(
            GraphicsContext g, Viewport view, List<Outline> rings, double offset, Extent visible) {
        var clipper =
                new RingClipper(-MARGIN, -MARGIN, view.width() + MARGIN, view.height() + MARGIN);
        for (Outline ring : rings) {
            if (!ring.extent().meets(visible)) {
                continue;
            }
            clipper.start();
            for (int i = 0; i < ring.size(); i++) {
                clipper.add(pixelX(view, ring.x()[i] + offset), view.screenY(ring.y()[i]));
            }
            int points = clipper.clip();
            rounder.start();
            for (int i = 0; i < points; i++) {
                rounder.add(clipper.x(i), clipper.y(i));
            }
            rounder.traceRing(g);
        }
    }

    private void traceLines(
            GraphicsContext g, Viewport view, List<Outline> lines, double offset, Extent visible) {
        for (Outline line : lines) {
            if (line.extent().meets(visible)) {
                traceLine(g, view, line, offset, visible);
            }
        }
    }

    private void traceLine(
            GraphicsContext g, Viewport view, Outline line, double offset, Extent visible) {
        rounder.start();
        boolean drawing = false;
        for (int i = 1; i < line.size(); i++) {
            Extent step =
                    Extent.EMPTY
                            .including(line.x()[i - 1], line.y()[i - 1])
                            .including(line.x()[i], line.y()[i]);
            boolean seen = step.meets(visible);
            if (seen && !drawing) {
                rounder.add(pixelX(view, line.x()[i - 1] + offset), view.screenY(line.y()[i - 1]));
            }
            if (seen) {
                rounder.add(pixelX(view, line.x()[i] + offset), view.screenY(line.y()[i]));
            } else if (drawing) {
                rounder.traceLine(g);
                rounder.start();
            }
            drawing = seen;
        }
        rounder.traceLine(g);
    }

    private static double pixelX(Viewport view, double worldX) {
        return view.width() / 2 + (worldX - view.x()) * view.scale();
    }
}
