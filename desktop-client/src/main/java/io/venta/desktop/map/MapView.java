package io.venta.desktop.map;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.CssColours;
import io.venta.desktop.map.ground.BaseMap;
import io.venta.desktop.map.ground.Ground;
import io.venta.desktop.map.tile.TileCache;
import io.venta.desktop.map.tile.TileSource;
import io.venta.desktop.vendor.Vendor;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The map: a canvas for the ground, painted when the viewport changes, and one for all marks,
 * painted while something moves and otherwise when something changed. JavaFX thread only.
 */
public final class MapView extends Region {

    private static final double EDGE = 12;

    private final MapViewModel model;
    private final Canvas groundCanvas = new Canvas();
    private final Canvas marksCanvas = new Canvas();
    private final Region probe = new Region();
    private final MapControls controls;
    private final VendorLayer vendorLayer = new VendorLayer();
    private final Ground ground;
    private @Nullable MapColours colours;
    private @Nullable Vendor hovered;
    private boolean groundDirty = true;
    private final AnimationTimer frames =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    paint();
                }
            };

    /** Shows {@code model}; {@code fx} is the JavaFX thread. */
    public MapView(MapViewModel model, Executor fx) {
        this.model = model;
        this.ground = new Ground(fx, this::repaintGround);
        this.controls = new MapControls(model);
        getStyleClass().add("map");
        setId("map");
        setAccessibleText(text("map.accessible"));
        setFocusTraversable(true);
        probe.setManaged(false);
        probe.setVisible(false);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().addAll(probe, groundCanvas, marksCanvas, controls);
        groundCanvas.setMouseTransparent(true);
        marksCanvas.setMouseTransparent(true);
        MapGestures.install(this, model);
        InvalidationListener repaint = change -> repaint();
        model.selectedProperty().addListener(repaint);
        model.followingProperty().addListener(repaint);
        model.outOfDateProperty().addListener(repaint);
        model.coveredProperty().addListener((property, before, now) -> requestLayout());
        model.viewportProperty().addListener((property, before, now) -> repaintGround());
    }

    /** The world's outlines, once they are read. */
    public void setBaseMap(BaseMap map) {
        ground.setBaseMap(map);
    }

    /** Tiles over the outlines, as they come from their server or are kept. */
    public void setTiles(TileSource source, TileCache cache) {
        ground.setTiles(source, cache);
    }

    /** Something about the vendors changed. */
    public void repaint() {
        frames.start();
    }

    /** The theme changed: other colours. */
    public void restyle() {
        colours = null;
        repaintGround();
    }

    void hover(@Nullable Vendor vendor) {
        if (hovered != vendor) {
            hovered = vendor;
            repaint();
        }
    }

    private void repaintGround() {
        groundDirty = true;
        repaint();
    }

    @Override
    protected void layoutChildren() {
        double width = snapSizeX(getWidth());
        double height = snapSizeY(getHeight());
        if (width != marksCanvas.getWidth() || height != marksCanvas.getHeight()) {
            resize(groundCanvas, width, height);
            resize(marksCanvas, width, height);
            model.resize(width, height);
            repaintGround();
        }
        double w = snapSizeX(controls.prefWidth(-1));
        controls.resizeRelocate(
                width - model.coveredProperty().get() - w - EDGE,
                EDGE,
                w,
                snapSizeY(controls.prefHeight(-1)));
        vendorLayer.avoid(List.of(controls.getBoundsInParent(), panel(width, height)));
        repaintGround();
    }

    private Bounds panel(double width, double height) {
        double covered = model.coveredProperty().get();
        return new BoundingBox(width - covered, 0, covered, height);
    }

    private static void resize(Canvas canvas, double width, double height) {
        canvas.setWidth(width);
        canvas.setHeight(height);
    }

    private void paint() {
        if (getScene() == null || marksCanvas.getWidth() <= 0) {
            frames.stop();
            return;
        }
        MapFrame frame = model.nextFrame();
        MapColours palette = palette();
        if (groundDirty) {
            groundDirty = false;
            ground.paint(
                    groundCanvas.getGraphicsContext2D(),
                    model.viewport(),
                    palette.ground(),
                    model.coveredProperty().get());
        }
        GraphicsContext g = marksCanvas.getGraphicsContext2D();
        g.clearRect(0, 0, marksCanvas.getWidth(), marksCanvas.getHeight());
        vendorLayer.paint(
                g,
                frame,
                palette,
                model.selectedProperty().get(),
                hovered,
                model.outOfDateProperty().get(),
                model.viewport());
        if (!frame.moving() && !model.followingProperty().get()) {
            frames.stop();
        }
    }

    private MapColours palette() {
        MapColours known = colours;
        if (known == null) {
            known = MapColours.from(new CssColours(probe));
            colours = known;
        }
        return known;
    }
}
