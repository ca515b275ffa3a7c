package io.venta.desktop.map;

import io.venta.desktop.map.ground.Ground;
import io.venta.desktop.map.ground.GroundColours;
import io.venta.desktop.map.projection.Viewport;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/** What is written over the marks, in a strip at the map's lower edge. JavaFX thread only. */
final class Imprint {

    /** Two lines, for where one is too short. */
    static final double HEIGHT = 64;

    private final Canvas canvas = new Canvas();
    private List<Bounds> places = List.of();

    Canvas canvas() {
        return canvas;
    }

    /** Where on the map something was written last. */
    List<Bounds> places() {
        return places;
    }

    void paint(Ground ground, Viewport view, GroundColours colours, double covered) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, view.width(), HEIGHT);
        g.save();
        g.translate(0, HEIGHT - view.height());
        places = ground.paintImprint(g, view, colours, covered);
        g.restore();
    }
}
