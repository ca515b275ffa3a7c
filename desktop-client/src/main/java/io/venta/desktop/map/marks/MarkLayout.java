package io.venta.desktop.map.marks;

import io.venta.desktop.map.projection.Extent;
import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Vendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Works out where marks and clusters are in each frame: glides from fix to fix, and groups, at low
 * zoom, what lies too near. Who stands together is settled anew once a second and with each quarter
 * of a zoom level. All marks are looked at in each frame, which costs less than keeping an index of
 * what moves all the time; only those in sight go on.
 */
public final class MarkLayout {

    private static final long REGROUP_NANOS = Duration.ofSeconds(1).toNanos();
    private static final double GROUPINGS_A_LEVEL = 4;
    private static final double BEYOND_EDGE = 40;

    private final List<Vendor> vendors;
    private final Map<Vendor, Mark> byVendor = new HashMap<>();
    private final List<Mark> all = new ArrayList<>();
    private final List<Mark> inSight = new ArrayList<>();
    private List<List<Mark>> groups = List.of();
    private boolean changed = true;
    private double groupedZoom = Double.NaN;
    private long groupedAt;
    private boolean still;

    /** Lays out what {@code vendors} holds at each frame. */
    public MarkLayout(List<Vendor> vendors) {
        this.vendors = vendors;
    }

    /** Whether marks go to new fixes without gliding. */
    public void setStill(boolean still) {
        this.still = still;
    }

    /** Another set of vendors, or another selection: group anew. */
    public void regroup() {
        changed = true;
    }

    /** Moves everything on to a moment; what it says holds until it is asked again. */
    public MapFrame frame(Viewport view, @Nullable Vendor selected, long now) {
        if (changed) {
            changed = false;
            gather();
        }
        boolean moving = advance(now);
        inSight.clear();
        double scale = view.scale();
        if (view.zoom() >= Clustering.OFF_FROM_ZOOM) {
            all.forEach(mark -> see(mark, view, scale));
            return new MapFrame(inSight, List.of(), moving);
        }
        group(view, selected, now);
        List<Cluster> clusters = new ArrayList<>();
        for (List<Mark> group : groups) {
            if (group.size() == 1) {
                see(group.getFirst(), view, scale);
            } else {
                see(new Cluster(group), view, clusters);
            }
        }
        return new MapFrame(inSight, clusters, moving);
    }

    /** A vendor's mark; null where it is not shown. */
    public @Nullable Mark mark(Vendor vendor) {
        return byVendor.get(vendor);
    }

    /** Around all fixes. */
    public Extent extent() {
        return around(vendors);
    }

    /** Around the fixes of some vendors. */
    public static Extent around(Collection<Vendor> vendors) {
        Extent extent = Extent.EMPTY;
        for (Vendor vendor : vendors) {
            Fix fix = vendor.fix();
            if (fix != null) {
                Glide there = Glide.at(fix);
                extent = extent.including(there.toX(), there.toY());
            }
        }
        return extent;
    }

    /** Who stays keeps its mark, and so its way. */
    private void gather() {
        all.clear();
        for (Vendor vendor : vendors) {
            all.add(byVendor.computeIfAbsent(vendor, Mark::new));
        }
        if (byVendor.size() > all.size()) {
            byVendor.clear();
            all.forEach(mark -> byVendor.put(mark.vendor(), mark));
        }
        groupedZoom = Double.NaN;
    }

    private boolean advance(long now) {
        boolean moving = false;
        for (Mark mark : all) {
            moving |= mark.advance(now, still);
        }
        return moving;
    }

    private void group(Viewport view, @Nullable Vendor selected, long now) {
        double zoom = Math.floor(view.zoom() * GROUPINGS_A_LEVEL) / GROUPINGS_A_LEVEL;
        if (zoom == groupedZoom && now - groupedAt <= REGROUP_NANOS) {
            return;
        }
        List<Mark> located = new ArrayList<>(all.size());
        Mark apart = null;
        for (Mark mark : all) {
            if (mark.vendor() == selected) {
                apart = mark;
            } else if (mark.glide() != null) {
                located.add(mark);
            }
        }
        groups = Clustering.groups(located, view.atZoom(zoom).scale());
        if (apart != null) {
            groups.add(List.of(apart));
        }
        groupedZoom = zoom;
        groupedAt = now;
    }

    private void see(Mark mark, Viewport view, double scale) {
        if (mark.glide() == null) {
            return;
        }
        double distance = mark.worldX() - view.x();
        double x = view.width() / 2 + (distance - Math.rint(distance)) * scale;
        double y = view.height() / 2 + (mark.worldY() - view.y()) * scale;
        if (view.shows(x, y, -BEYOND_EDGE)) {
            mark.place(x, y);
            inSight.add(mark);
        }
    }

    private static void see(Cluster cluster, Viewport view, List<Cluster> clusters) {
        double x = view.screenX(cluster.worldX());
        double y = view.screenY(cluster.worldY());
        if (view.shows(x, y, -BEYOND_EDGE)) {
            cluster.place(x, y);
            clusters.add(cluster);
        }
    }
}
