package io.venta.desktop.map;

import io.venta.desktop.map.projection.Extent;
import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Vendor;
import java.util.function.LongSupplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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

    private final ReadOnlyObjectWrapper<Viewport> viewport =
            new ReadOnlyObjectWrapper<>(Viewport.world(800, 600));
    private final ObjectProperty<@Nullable Vendor> selected = new SimpleObjectProperty<>();
    private final BooleanProperty following = new SimpleBooleanProperty();
    private final BooleanProperty ready = new SimpleBooleanProperty();
    private final BooleanProperty outOfDate = new SimpleBooleanProperty();
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty();
    private final DoubleProperty covered = new SimpleDoubleProperty();

    private final LongSupplier nanoTime;
    private final MarkLayout layout;
    private @Nullable Flight flight;
    private boolean untouched = true;
    private MapFrame frame = MapFrame.EMPTY;

    /**
     * @param shown whom to mark
     * @param nanoTime the clock of the frames
     */
    public MapViewModel(ObservableList<Vendor> shown, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
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
        return viewport.getReadOnlyProperty();
    }

    /** What part of the world is shown. */
    public Viewport viewport() {
        return viewport.get();
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

    // Commands

    /** Takes a new size. */
    public void resize(double width, double height) {
        viewport.set(viewport().resized(width, height));
        flight = null;
    }

    /** Moves the ground under the pointer; ends following. */
    public void panBy(double right, double down) {
        touch();
        following.set(false);
        viewport.set(viewport().panned(right, down));
    }

    /** Zooms so that what is under a pixel stays there; following goes on round the middle. */
    public void zoomBy(double levels, double x, double y) {
        touch();
        Viewport view = viewport();
        viewport.set(
                following.get()
                        ? view.atZoom(view.zoom() + levels)
                        : view.zoomed(view.zoom() + levels, x, y));
    }

    /** Zooms round the middle, in one eased step. */
    public void zoomBy(double levels) {
        Viewport goal = flight == null ? viewport() : flight.to();
        flyTo(goal.atZoom(Math.rint(goal.zoom() + levels)));
    }

    /** Shows all vendors. */
    public void fitAll() {
        following.set(false);
        fit(layout.extent());
    }

    /** Brings a vendor to the middle, near enough to see its surroundings. */
    public void centre(Vendor vendor) {
        Fix fix = vendor.fix();
        if (fix != null) {
            Glide there = Glide.at(fix);
            Viewport closer = viewport().atZoom(Math.max(viewport().zoom(), CENTRE_CLOSEST));
            flyTo(free(closer).centred(there.toX(), there.toY()));
        }
    }

    /** Brings the selected vendor to the middle, if there is one. */
    public void centreSelected() {
        Vendor vendor = selected.get();
        if (vendor != null) {
            centre(vendor);
        }
    }

    /** Brings a vendor into view if it is not, at the same zoom. */
    public void reveal(Vendor vendor) {
        Fix fix = vendor.fix();
        if (fix == null) {
            return;
        }
        Glide there = Glide.at(fix);
        Viewport revealing = free(viewport()).revealing(there.toX(), there.toY());
        if (!revealing.equals(viewport())) {
            flyTo(revealing);
        }
    }

    /** Starts or stops to follow the selected vendor. */
    public void toggleFollow() {
        following.set(!following.get() && selected.get() != null);
    }

    /** Selects the mark at a pixel, opens up the cluster there, or deselects. */
    public void pick(double x, double y) {
        var mark = frame.markAt(x, y);
        if (mark.isPresent()) {
            selected.set(mark.get().vendor());
            return;
        }
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

    /** Moves on to this moment and says where everything is. */
    MapFrame nextFrame() {
        long now = nanoTime.getAsLong();
        firstFit();
        fly(now);
        follow(now);
        MapFrame next = layout.frame(viewport(), selected.get(), now);
        frame = new MapFrame(next.marks(), next.clusters(), next.moving() || flight != null);
        return frame;
    }

    private void selectionChanged() {
        following.set(false);
        revealSelected();
    }

    private void revealSelected() {
        Vendor vendor = selected.get();
        if (vendor != null) {
            reveal(vendor);
        }
    }

    private FreeArea free(Viewport view) {
        return new FreeArea(view, covered.get());
    }

    private void open(Cluster cluster) {
        Extent extent = Extent.EMPTY;
        for (Vendor vendor : cluster.vendors()) {
            Glide glide = layout.glide(vendor);
            if (glide != null) {
                extent = extent.including(glide.toX(), glide.toY());
            }
        }
        Viewport fitting = free(viewport()).fitting(extent);
        flyTo(fitting.atZoom(Math.max(fitting.zoom(), viewport().zoom() + 1)));
    }

    private void firstFit() {
        Extent extent = layout.extent();
        if (untouched && ready.get() && !extent.isEmpty()) {
            untouched = false;
            viewport.set(free(viewport()).fitting(extent));
        }
    }

    private void fit(Extent extent) {
        if (!extent.isEmpty()) {
            flyTo(free(viewport()).fitting(extent));
        }
    }

    private void flyTo(Viewport goal) {
        touch();
        if (reducedMotion.get()) {
            viewport.set(goal);
        } else {
            flight = new Flight(viewport(), goal, nanoTime.getAsLong());
        }
    }

    private void fly(long now) {
        Flight flying = flight;
        if (flying != null) {
            viewport.set(flying.at(now));
            if (flying.over(now)) {
                flight = null;
            }
        }
    }

    private void follow(long now) {
        Vendor vendor = selected.get();
        Glide glide = vendor == null ? null : layout.glide(vendor);
        if (following.get() && glide != null && flight == null) {
            viewport.set(free(viewport()).centred(glide.x(now), glide.y(now)));
        }
    }

    private void touch() {
        untouched = false;
        flight = null;
    }
}
