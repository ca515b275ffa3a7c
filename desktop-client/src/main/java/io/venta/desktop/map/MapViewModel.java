package io.venta.desktop.map;

import io.venta.desktop.map.marks.Cluster;
import io.venta.desktop.map.marks.Glide;
import io.venta.desktop.map.marks.MapFrame;
import io.venta.desktop.map.marks.Mark;
import io.venta.desktop.map.marks.MarkLayout;
import io.venta.desktop.map.place.GoToViewModel;
import io.venta.desktop.map.projection.Extent;
import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.map.projection.WebMercator;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Trail;
import io.venta.desktop.vendor.Vendor;
import io.venta.model.location.GeoPosition;
import java.util.Collection;
import java.util.function.LongSupplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the world is shown, who is marked in it, who is selected, whether the map follows.
 * Nothing moves but by a command: the one exception is the first fit, before anyone touched the
 * map. JavaFX thread only; time is that of the frames.
 */
public final class MapViewModel {

    private static final double CENTRE_CLOSEST = 15;

    // Properties

    private final ObjectProperty<@Nullable Vendor> selected = new SimpleObjectProperty<>();
    private final BooleanProperty following = new SimpleBooleanProperty();
    private final BooleanProperty ready = new SimpleBooleanProperty();
    private final BooleanProperty outOfDate = new SimpleBooleanProperty();
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty();
    private final DoubleProperty covered = new SimpleDoubleProperty();
    private final ObjectProperty<Trail> trail = new SimpleObjectProperty<>(Trail.NONE);
    private final ObjectProperty<@Nullable Fix> scrubbed = new SimpleObjectProperty<>();

    private final LongSupplier nanoTime;
    private final Camera camera;
    private final MarkLayout layout;
    private final GoToViewModel goTo = new GoToViewModel(this::goTo);
    private MapFrame frame = MapFrame.EMPTY;

    /**
     * @param shown whom to mark
     * @param nanoTime the clock of the frames
     */
    public MapViewModel(ObservableList<Vendor> shown, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.camera = new Camera(nanoTime, reducedMotion::get);
        this.layout = new MarkLayout(shown);
        InvalidationListener regroup = change -> layout.regroup();
        shown.addListener(regroup);
        selected.addListener(regroup);
        selected.addListener((property, before, now) -> selectionChanged());
        covered.addListener((property, before, now) -> revealSelected());
        reducedMotion.addListener((property, before, now) -> layout.setStill(now));
    }

    /** What part of the world is shown. */
    public ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return camera.viewportProperty();
    }

    /** What part of the world is shown. */
    public Viewport viewport() {
        return camera.viewport();
    }

    /** The selected vendor, or null. */
    public ObjectProperty<@Nullable Vendor> selectedProperty() {
        return selected;
    }

    /** Whether the selected vendor stays in the middle. */
    public BooleanProperty followingProperty() {
        return following;
    }

    /** Whether the last known positions have come, so that the first fit may be made. */
    public BooleanProperty readyProperty() {
        return ready;
    }

    /** Whether what is shown may have changed unheard. */
    public BooleanProperty outOfDateProperty() {
        return outOfDate;
    }

    /** Whether the user wants no animation. */
    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /** How many pixels at the right edge lie under a panel. */
    public DoubleProperty coveredProperty() {
        return covered;
    }

    /** Where the selected vendor was. */
    public ObjectProperty<Trail> trailProperty() {
        return trail;
    }

    /** Where it was at the moment that is looked at; null while none is. */
    public ObjectProperty<@Nullable Fix> scrubbedProperty() {
        return scrubbed;
    }

    /** Going to a place by its coordinates. */
    public GoToViewModel goTo() {
        return goTo;
    }

    // Commands

    /** Takes a new size. */
    public void resize(double width, double height) {
        camera.resize(width, height);
    }

    /** Starts where it was left, instead of with the first fit. */
    public void open(GeoPosition middle, double zoom) {
        double x = WebMercator.x(middle.lng());
        camera.jumpTo(viewport().centred(x, WebMercator.y(middle.lat())).atZoom(zoom));
    }

    /** Whether the map is where somebody, or the first fit, has put it. */
    public boolean isPlaced() {
        return !camera.untouched();
    }

    /** Moves the ground under the pointer; ends following. */
    public void panBy(double right, double down) {
        following.set(false);
        camera.jumpTo(viewport().panned(right, down));
    }

    /** Zooms so that what is under a pixel stays there; following goes on round the middle. */
    public void zoomBy(double levels, double x, double y) {
        if (following.get()) {
            camera.zoomBy(
                    levels, (viewport().width() - covered.get()) / 2, viewport().height() / 2);
        } else {
            camera.zoomBy(levels, x, y);
        }
    }

    /** Zooms round the middle, in one eased step. */
    public void zoomBy(double levels) {
        Viewport goal = camera.goal();
        double middle = (goal.width() - covered.get()) / 2;
        double round = Math.rint(goal.zoom() + levels) - goal.zoom();
        camera.zoomBy(round, middle, goal.height() / 2);
    }

    /** Shows what lies between two corners, as near as may be. */
    public void zoomTo(double x1, double y1, double x2, double y2) {
        following.set(false);
        camera.flyTo(free(viewport()).filling(camera.between(x1, y1, x2, y2)));
    }

    /** Shows all vendors. */
    public void fitAll() {
        fit(layout.extent());
    }

    /** Shows these vendors, as far as they are marked. */
    public void fit(Collection<Vendor> vendors) {
        fit(MarkLayout.around(vendors));
    }

    /** Brings a vendor to the middle, near enough to see its surroundings. */
    public void centre(Vendor vendor) {
        Fix fix = vendor.fix();
        if (fix != null) {
            flyTo(fix.position());
        }
    }

    /** Brings the selected vendor to the middle, if there is one. */
    public void centreSelected() {
        Vendor vendor = selected.get();
        if (vendor != null) {
            centre(vendor);
        }
    }

    /** Starts or stops to follow the selected vendor. */
    public void toggleFollow() {
        following.set(!following.get() && selected.get() != null);
    }

    /** Selects the mark at a pixel, opens up the cluster there, or deselects. */
    public void pick(double x, double y) {
        frame.markAt(x, y)
                .ifPresentOrElse(mark -> selected.set(mark.vendor()), () -> pickCluster(x, y));
    }

    private void pickCluster(double x, double y) {
        frame.clusterAt(x, y).ifPresentOrElse(this::open, () -> selected.set(null));
    }

    /** Whether something at a pixel can be picked. */
    public boolean canPick(double x, double y) {
        return frame.markAt(x, y).isPresent() || frame.clusterAt(x, y).isPresent();
    }

    /** The vendor at a pixel, or null. */
    public @Nullable Vendor vendorAt(double x, double y) {
        return frame.markAt(x, y).map(Mark::vendor).orElse(null);
    }

    /** Where a vendor's mark is; null while it has none. */
    @Nullable Mark mark(Vendor vendor) {
        return layout.mark(vendor);
    }

    /** Moves on to this moment and says where everything is. */
    MapFrame nextFrame() {
        long now = nanoTime.getAsLong();
        firstFit();
        camera.advance(now);
        follow(now);
        MapFrame next = layout.frame(viewport(), selected.get(), now);
        frame = new MapFrame(next.marks(), next.clusters(), next.moving() || camera.moving());
        return frame;
    }

    private void selectionChanged() {
        following.set(false);
        revealSelected();
    }

    /** Brings it into view if it is not, at the same zoom. */
    private void revealSelected() {
        Vendor vendor = selected.get();
        Fix fix = vendor == null ? null : vendor.fix();
        if (fix != null) {
            Glide there = Glide.at(fix);
            Viewport revealing = free(viewport()).revealing(there.toX(), there.toY());
            if (!revealing.equals(viewport())) {
                camera.flyTo(revealing);
            }
        }
    }

    private FreeArea free(Viewport view) {
        return new FreeArea(view, covered.get());
    }

    private void open(Cluster cluster) {
        Viewport fitting = free(viewport()).fitting(MarkLayout.around(cluster.vendors()));
        camera.flyTo(fitting.atZoom(Math.max(fitting.zoom(), viewport().zoom() + 1)));
    }

    private void firstFit() {
        Extent extent = camera.untouched() && ready.get() ? layout.extent() : Extent.EMPTY;
        if (!extent.isEmpty()) {
            camera.jumpTo(free(viewport()).fitting(extent));
        }
    }

    private void fit(Extent extent) {
        following.set(false);
        if (!extent.isEmpty()) {
            camera.flyTo(free(viewport()).fitting(extent));
        }
    }

    private void goTo(GeoPosition place) {
        following.set(false);
        flyTo(place);
    }

    private void flyTo(GeoPosition place) {
        Viewport closer = viewport().atZoom(Math.max(viewport().zoom(), CENTRE_CLOSEST));
        camera.flyTo(free(closer).centred(WebMercator.x(place.lng()), WebMercator.y(place.lat())));
    }

    private void follow(long now) {
        Vendor vendor = selected.get();
        Mark mark = vendor == null ? null : layout.mark(vendor);
        Glide glide = mark == null ? null : mark.glide();
        if (following.get() && glide != null && !camera.moving()) {
            camera.keep(free(viewport()).centred(glide.x(now), glide.y(now)));
        }
    }
}
