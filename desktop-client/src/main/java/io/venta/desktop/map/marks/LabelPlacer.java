package io.venta.desktop.map.marks;

import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.vendor.Vendor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * Decides which marks bear their name: the selected one and the one under the pointer always, the
 * others where there is room. Who had a label keeps it while it fits, so that labels don't flicker.
 */
final class LabelPlacer {

    private static final double HEIGHT = 18;
    private static final double GAP = 11;
    private static final int MOST = 120;
    private static final double CELL = 32;

    /**
     * A name's place beside its mark, which it moves along with.
     *
     * @param mark whose
     * @param right of the mark's middle, its left edge
     * @param down from the mark's middle, its top edge
     * @param width in pixels
     */
    record Label(Mark mark, double right, double down, double width) {

        double x() {
            return mark.x() + right;
        }

        double y() {
            return mark.y() + down;
        }

        double height() {
            return HEIGHT;
        }
    }

    private record Box(double left, double top, double right, double bottom) {

        boolean within(Box other) {
            return left >= other.left
                    && top >= other.top
                    && right <= other.right
                    && bottom <= other.bottom;
        }

        boolean meets(Box other) {
            return left < other.right
                    && other.left < right
                    && top < other.bottom
                    && other.top < bottom;
        }
    }

    private final ToDoubleFunction<Vendor> width;
    private final Map<Long, List<Box>> taken = new HashMap<>();
    private List<Box> obstacles = List.of();
    private Box window = new Box(0, 0, 0, 0);
    private Set<Vendor> labelled = new HashSet<>();

    /** Measures a vendor's label with {@code width}. */
    LabelPlacer(ToDoubleFunction<Vendor> width) {
        this.width = width;
    }

    /** Keeps names out of these rectangles from now on: what lies over the map. */
    void avoid(List<Bounds> covered) {
        obstacles =
                covered.stream()
                        .map(b -> new Box(b.getMinX(), b.getMinY(), b.getMaxX(), b.getMaxY()))
                        .toList();
    }

    List<Label> place(MapFrame frame, List<Vendor> always, boolean others, Viewport view) {
        taken.clear();
        obstacles.forEach(this::take);
        window = new Box(0, 0, view.width(), view.height());
        frame.marks().forEach(mark -> take(around(mark.x(), mark.y(), 8)));
        frame.clusters().forEach(c -> take(around(c.x(), c.y(), c.radius() + 3)));
        List<Label> labels = new ArrayList<>();
        for (Mark mark : inOrder(frame, always, others)) {
            if (labels.size() == MOST) {
                break;
            }
            Label label = fit(mark, always.contains(mark.vendor()));
            if (label != null) {
                take(box(label));
                labels.add(label);
            }
        }
        labelled = new HashSet<>();
        labels.forEach(label -> labelled.add(label.mark().vendor()));
        return labels;
    }

    private Set<Mark> inOrder(MapFrame frame, List<Vendor> always, boolean others) {
        Set<Mark> order = new LinkedHashSet<>();
        frame.marks().stream().filter(m -> always.contains(m.vendor())).forEach(order::add);
        if (others) {
            frame.marks().stream().filter(m -> labelled.contains(m.vendor())).forEach(order::add);
            order.addAll(frame.marks());
        }
        return order;
    }

    /**
     * To the right, to the left, below, above: the first place that is free. A name that has to be
     * there lies over marks rather than under what covers the map.
     */
    private @Nullable Label fit(Mark mark, boolean always) {
        double w = width.applyAsDouble(mark.vendor());
        Label right = new Label(mark, GAP, -HEIGHT / 2, w);
        List<Label> places =
                List.of(
                        right,
                        new Label(mark, -GAP - w, -HEIGHT / 2, w),
                        new Label(mark, -w / 2, GAP, w),
                        new Label(mark, -w / 2, -GAP - HEIGHT, w));
        return places.stream()
                .filter(this::free)
                .findFirst()
                .or(
                        () ->
                                always
                                        ? places.stream().filter(this::seen).findFirst()
                                        : Optional.empty())
                .orElse(always ? right : null);
    }

    private static Box box(Label label) {
        return new Box(label.x(), label.y(), label.x() + label.width(), label.y() + HEIGHT);
    }

    private static Box around(double x, double y, double radius) {
        return new Box(x - radius, y - radius, x + radius, y + radius);
    }

    private boolean seen(Label label) {
        Box box = box(label);
        return box.within(window) && obstacles.stream().noneMatch(box::meets);
    }

    private boolean free(Label label) {
        Box box = box(label);
        if (!box.within(window)) {
            return false;
        }
        for (long column = cell(box.left); column <= cell(box.right); column++) {
            for (long row = cell(box.top); row <= cell(box.bottom); row++) {
                if (meetsAny(box, taken.get(key(column, row)))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean meetsAny(Box box, @Nullable List<Box> others) {
        if (others != null) {
            for (Box other : others) {
                if (box.meets(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void take(Box box) {
        for (long column = cell(box.left); column <= cell(box.right); column++) {
            for (long row = cell(box.top); row <= cell(box.bottom); row++) {
                taken.computeIfAbsent(key(column, row), none -> new ArrayList<>()).add(box);
            }
        }
    }

    private static long key(long column, long row) {
        return column * 1_000_003L + row;
    }

    private static long cell(double pixel) {
        return (long) Math.floor(pixel / CELL);
    }
}
