package io.venta.desktop.map;

import io.venta.desktop.map.projection.Extent;
import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Vendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Works out where marks and clusters are in each frame: glides from fix to fix, and groups, at low
 * zoom, what lies too near. Who stands together is settled anew once a second and with each zoom.
 */
final class MarkLayout {

    private static final long REGROUP_NANOS = Duration.ofSeconds(1).toNanos();
    private static final double BEYOND_EDGE = 40;

    private final List<Vendor> vendors;
    private final Map<Vendor, Glide> glides = new HashMap<>();
    private List<List<Vendor>> groups = List.of();
    private double groupedZoom = Double.NaN;
    private long groupedAt;
    private boolean still;

    /** Lays out what {@code vendors} holds at each frame. */
    MarkLayout(List<Vendor> vendors) {
        this.vendors = vendors;
    }

    /** Whether marks go to new fixes without gliding. */
    void setStill(boolean still) {
        this.still = still;
    }

    /** Another set of vendors, or another selection: group anew. */
    void regroup() {
        groupedZoom = Double.NaN;
        if (glides.size() > vendors.size()) {
            glides.keySet().retainAll(new HashSet<>(vendors));
        }
    }

    MapFrame frame(Viewport view, @Nullable Vendor selected, long now) {
        boolean moving = advance(now);
        if (view.zoom() >= Clustering.OFF_FROM_ZOOM) {
            return new MapFrame(marks(vendors, view, now), List.of(), moving);
        }
        if (view.zoom() != groupedZoom || now - groupedAt > REGROUP_NANOS) {
            group(view, selected, now);
        }
        List<Vendor> alone = new ArrayList<>();
        List<Cluster> clusters = new ArrayList<>();
        for (List<Vendor> group : groups) {
            if (group.size() == 1) {
                alone.add(group.getFirst());
            } else {
                addCluster(clusters, group, view, now);
            }
        }
        return new MapFrame(marks(alone, view, now), clusters, moving);
    }

    /** Where a vendor is shown at a moment; null while it has no fix. */
    @Nullable Glide glide(Vendor vendor) {
        return glides.get(vendor);
    }

    /** Around all fixes. */
    Extent extent() {
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

    private boolean advance(long now) {
        boolean moving = false;
        for (Vendor vendor : vendors) {
            Fix fix = vendor.fix();
            if (fix == null) {
                continue;
            }
            Glide glide = glides.get(vendor);
            if (glide == null || (still && !glide.fix().equals(fix))) {
                glide = Glide.at(fix);
                glides.put(vendor, glide);
            } else if (!glide.fix().equals(fix)) {
                glide = glide.towards(fix, now);
                glides.put(vendor, glide);
            }
            moving |= glide.moving(now);
        }
        return moving;
    }

    private void group(Viewport view, @Nullable Vendor selected, long now) {
        List<Clustering.Spot> spots = new ArrayList<>(vendors.size());
        for (Vendor vendor : vendors) {
            Glide glide = glides.get(vendor);
            if (vendor != selected && glide != null) {
                spots.add(new Clustering.Spot(vendor, glide.x(now), glide.y(now)));
            }
        }
        List<List<Vendor>> found = Clustering.groups(spots, view.scale());
        if (selected != null && vendors.contains(selected)) {
            found.add(List.of(selected));
        }
        groups = found;
        groupedZoom = view.zoom();
        groupedAt = now;
    }

    private List<Mark> marks(List<Vendor> of, Viewport view, long now) {
        List<Mark> marks = new ArrayList<>();
        for (Vendor vendor : of) {
            Glide glide = glides.get(vendor);
            if (glide != null) {
                double x = view.screenX(glide.x(now));
                double y = view.screenY(glide.y(now));
                if (view.shows(x, y, -BEYOND_EDGE)) {
                    marks.add(new Mark(vendor, x, y));
                }
            }
        }
        return marks;
    }

    private void addCluster(List<Cluster> clusters, List<Vendor> group, Viewport view, long now) {
        double sumX = 0;
        double sumY = 0;
        for (Vendor vendor : group) {
            Glide glide = glides.get(vendor);
            if (glide != null) {
                sumX += glide.x(now);
                sumY += glide.y(now);
            }
        }
        double x = view.screenX(sumX / group.size());
        double y = view.screenY(sumY / group.size());
        if (view.shows(x, y, -BEYOND_EDGE)) {
            clusters.add(new Cluster(group, x, y));
        }
    }
}
