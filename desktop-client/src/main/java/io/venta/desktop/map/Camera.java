package io.venta.desktop.map;

import io.venta.desktop.map.projection.Extent;
import io.venta.desktop.map.projection.Viewport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the world is shown, and the map's own moves to another. JavaFX thread only; time is
 * that of the frames.
 */
final class Camera {

    /** A smaller step, as of a touch pad, is part of a movement and needs no easing. */
    private static final double SMALL_STEP = 0.15;

    private final ReadOnlyObjectWrapper<Viewport> viewport =
            new ReadOnlyObjectWrapper<>(Viewport.world(800, 600));
    private final LongSupplier nanoTime;
    private final BooleanSupplier still;
    private @Nullable Move move;
    private boolean untouched = true;

    /**
     * @param still whether the user wants no animation
     */
    Camera(LongSupplier nanoTime, BooleanSupplier still) {
        this.nanoTime = nanoTime;
        this.still = still;
    }

    ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    Viewport viewport() {
        return viewport.get();
    }

    /** Where it will be when its move is over. */
    Viewport goal() {
        Move moving = move;
        return moving == null ? viewport() : moving.to();
    }

    boolean moving() {
        return move != null;
    }

    boolean untouched() {
        return untouched;
    }

    void resize(double width, double height) {
        viewport.set(viewport().resized(width, height));
        move = null;
    }

    /** Is there at once. */
    void jumpTo(Viewport there) {
        touch();
        viewport.set(there);
    }

    void flyTo(Viewport goal) {
        touch();
        start(new Flight(viewport(), goal, nanoTime.getAsLong()));
    }

    /** Zooms round a pixel, on from where an earlier move would have ended. */
    void zoomBy(double levels, double x, double y) {
        double zoom = goal().zoom() + levels;
        if (move instanceof Flight flight) {
            flyTo(flight.to().zoomed(zoom, x, y));
            return;
        }
        boolean small = move == null && Math.abs(levels) < SMALL_STEP;
        touch();
        if (small) {
            viewport.set(viewport().zoomed(zoom, x, y));
        } else {
            double within = Math.clamp(zoom, Viewport.MIN_ZOOM, Viewport.MAX_ZOOM);
            start(new AnchoredZoom(viewport(), within, x, y, nanoTime.getAsLong()));
        }
    }

    /** Keeps what is followed where it shall be, between moves. */
    void keep(Viewport there) {
        viewport.set(there);
    }

    /** Moves on to a moment. */
    void advance(long now) {
        Move moving = move;
        if (moving != null) {
            viewport.set(moving.at(now));
            if (moving.over(now)) {
                move = null;
            }
        }
    }

    /** The part of the world between two pixels. */
    Extent between(double x1, double y1, double x2, double y2) {
        Viewport view = viewport();
        return Extent.EMPTY
                .including(view.worldX(x1), view.worldY(y1))
                .including(view.worldX(x2), view.worldY(y2));
    }

    private void start(Move next) {
        if (still.getAsBoolean()) {
            viewport.set(next.to());
        } else {
            move = next;
        }
    }

    private void touch() {
        untouched = false;
        move = null;
    }
}
