package io.venta.desktop.map;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.CssColours;
import io.venta.desktop.map.ground.BaseMap;
import io.venta.desktop.map.ground.Ground;
import io.venta.desktop.map.marks.MapFrame;
import io.venta.desktop.map.marks.Mark;
import io.venta.desktop.map.marks.MarkColours;
import io.venta.desktop.map.marks.VendorLayer;
import io.venta.desktop.map.place.GoToField;
import io.venta.desktop.map.place.PinPainter;
import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.map.tile.TileCache;
import io.venta.desktop.map.tile.TileSource;
import io.venta.desktop.map.trail.GhostPainter;
import io.venta.desktop.map.trail.TrailPainter;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Trail;
import io.venta.desktop.vendor.Vendor;
import io.venta.model.location.GeoPosition;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;

/**
 * The map: a canvas for the ground, painted when the viewport changes, and one for all marks,
 * painted while something moves and otherwise when something changed. JavaFX thread only.
 */
public final class MapView extends Region {

    private static final double EDGE = 12;
    private static final double GOTO_WIDTH = 300;

    private final MapViewModel model;
    private final Canvas groundCanvas = new Canvas();
    private final Region probe = new Region();
    private final MapControls controls;
    private final Canvas trailCanvas = new Canvas();
    private final VendorLayer vendorLayer = new VendorLayer();
    private final Canvas pinCanvas = new Canvas();
    private final Imprint imprint = new Imprint();
    private final BoxZoom boxZoom;
    private final GoToField goTo;
    private final Ground ground;
    private @Nullable MapColours colours;
    private @Nullable Vendor hovered;
    private boolean groundDirty = true;
    private List<Bounds> covers = List.of();
    private double magnification = 1;
    private final AnimationTimer frames =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    paint(now);
                }
            };

    /** Shows {@code model}; {@code fx} is the JavaFX thread. */
    public MapView(MapViewModel model, Executor fx) {
        this.model = model;
        this.ground = new Ground(fx, this::repaintGround);
        this.controls = new MapControls(model);
        this.boxZoom = new BoxZoom(model);
        this.goTo = new GoToField(model.goTo(), this::requestFocus);
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
        getChildren()
                .addAll(probe, groundCanvas, trailCanvas, vendorLayer, pinCanvas, imprint.canvas());
        getChildren().addAll(boxZoom.box(), goTo, controls);
        for (Canvas canvas : List.of(groundCanvas, trailCanvas, pinCanvas, imprint.canvas())) {
            canvas.setMouseTransparent(true);
        }
        MapGestures.install(this, model, boxZoom);
        InvalidationListener repaint = change -> repaint();
        model.selectedProperty().addListener(repaint);
        model.followingProperty().addListener(repaint);
        model.trailProperty().addListener(repaint);
        model.scrubbedProperty().addListener(repaint);
        model.goTo().pinProperty().addListener(repaint);
        model.goTo().errorProperty().addListener(change -> requestLayout());
        model.goTo().openProperty().addListener(change -> requestLayout());
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

    /** Paints with so many pixels for one, as the whole window is magnified by as much. */
    public void setMagnification(double factor) {
        magnification = factor;
        vendorLayer.setMagnification(factor);
        groundCanvas.setWidth(0);
        requestLayout();
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
        if (Math.ceil(width * magnification) != groundCanvas.getWidth()
                || Math.ceil(height * magnification) != groundCanvas.getHeight()) {
            resize(groundCanvas, width, height);
            resize(trailCanvas, width, height);
            resize(pinCanvas, width, height);
            resize(imprint.canvas(), width, Imprint.HEIGHT);
            imprint.canvas().relocate(0, height - Imprint.HEIGHT);
            model.resize(width, height);
            repaintGround();
        }
        double w = snapSizeX(controls.prefWidth(-1));
        double right = width - model.coveredProperty().get() - w - EDGE;
        controls.resizeRelocate(right, EDGE, w, snapSizeY(controls.prefHeight(-1)));
        double fieldWidth = Math.min(GOTO_WIDTH, right - 2 * EDGE);
        goTo.resizeRelocate(EDGE, EDGE, fieldWidth, goTo.prefHeight(fieldWidth));
        covers = covers(width, height);
        repaintGround();
    }

    /** What lies over the map. */
    private List<Bounds> covers(double width, double height) {
        double right = width - model.coveredProperty().get();
        List<Bounds> places = new ArrayList<>();
        places.add(controls.getBoundsInParent());
        places.add(new BoundingBox(right, 0, width - right, height));
        if (goTo.isVisible()) {
            places.add(goTo.getBoundsInParent());
        }
        return places;
    }

    private void resize(Canvas canvas, double width, double height) {
        canvas.setWidth(Math.ceil(width * magnification));
        canvas.setHeight(Math.ceil(height * magnification));
        canvas.getTransforms().setAll(Transform.scale(1 / magnification, 1 / magnification));
        canvas.getGraphicsContext2D().setTransform(magnification, 0, 0, magnification, 0, 0);
    }

    /** On whole pixels of the window, whatever it is magnified by, so that nothing is blurred. */
    private void align() {
        Point2D corner = localToScene(0, 0);
        for (Node layer :
                List.of(groundCanvas, trailCanvas, vendorLayer, pinCanvas, imprint.canvas())) {
            layer.setTranslateX((Math.rint(corner.getX()) - corner.getX()) / magnification);
            layer.setTranslateY((Math.rint(corner.getY()) - corner.getY()) / magnification);
        }
    }

    /** Paints what a frame would, without waiting for one. */
    void paintNow() {
        paint(System.nanoTime());
    }

    private void paint(long now) {
        if (getScene() == null || groundCanvas.getWidth() <= 0) {
            frames.stop();
            return;
        }
        MapFrame frame = model.nextFrame();
        MapColours palette = palette();
        if (groundDirty) {
            groundDirty = false;
            align();
            paintGround(palette);
        }
        List<Bounds> taken = new ArrayList<>(covers);
        taken.addAll(imprint.places());
        taken.addAll(paintTrail(palette.marks()));
        taken.addAll(paintPointers(palette.marks()));
        vendorLayer.avoid(taken);
        vendorLayer.paint(
                frame,
                palette.marks(),
                new VendorLayer.Attention(model.selectedProperty().get(), hovered),
                model.outOfDateProperty().get(),
                model.viewport(),
                now);
        if (!frame.moving() && !model.followingProperty().get()) {
            frames.stop();
        }
    }

    private void paintGround(MapColours palette) {
        Viewport view = model.viewport();
        ground.paint(groundCanvas.getGraphicsContext2D(), view, palette.ground());
        imprint.paint(ground, view, palette.ground(), model.coveredProperty().get());
    }

    private List<Bounds> paintTrail(MarkColours colours) {
        Vendor vendor = model.selectedProperty().get();
        Mark mark = vendor == null ? null : model.mark(vendor);
        Trail trail = model.trailProperty().get();
        trailCanvas.setVisible(mark != null && !trail.fixes().isEmpty());
        return mark == null || trail.fixes().isEmpty()
                ? List.of()
                : TrailPainter.paint(
                        clear(trailCanvas),
                        trail,
                        mark,
                        model.viewport(),
                        colours,
                        ZoneId.systemDefault());
    }

    private List<Bounds> paintPointers(MarkColours colours) {
        Fix moment = model.scrubbedProperty().get();
        GeoPosition pin = model.goTo().pinProperty().get();
        List<Bounds> written = new ArrayList<>();
        pinCanvas.setVisible(moment != null || pin != null);
        if (pinCanvas.isVisible()) {
            GraphicsContext g = clear(pinCanvas);
            Viewport view = model.viewport();
            if (moment != null) {
                written.add(GhostPainter.paint(g, moment, view, colours, ZoneId.systemDefault()));
            }
            if (pin != null) {
                written.add(PinPainter.paint(g, pin, view, colours));
            }
        }
        return written;
    }

    private static GraphicsContext clear(Canvas canvas) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        return g;
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
