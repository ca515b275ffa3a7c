package io.venta.desktop.map.marks;

import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.vendor.Vendor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * Decides which marks bear their name: the selected one and the one under the pointer always, the
 * others where there is room. Who had a label keeps it while it fits, so that labels don't flicker.
 */
final class LabelPlacer {

    private static final double HEIGHT = 18;
    private static final double GAP = 2;
    private static final int MOST = 120;
    private static final double CELL = 32;

    /** As many things meet in a corner of the map. */
    private static final int CORNER = 2;

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

        private Box box() {
            return new Box(x(), y(), x() + width, y() + HEIGHT);
        }

        private Label movedTo(Box box) {
            return new Label(mark, box.left() - mark.x(), box.top() - mark.y(), width);
        }
    }

    private final ToDoubleFunction<Vendor> width;
    private final Map<Long, List<Box>> taken = new HashMap<>();
    private List<Box> obstacles = List.of();

    /** What even a name that has to be there keeps out of. */
    private final List<Box> forbidden = new ArrayList<>();

    private Box window = new Box(0, 0, 0, 0);
    private Set<Vendor> labelled = new HashSet<>();
    private @Nullable Vendor selected;

    /** Measures a vendor's label with {@code width}. */
    LabelPlacer(ToDoubleFunction<Vendor> width) {
        this.width = width;
    }

    /** Keeps names out of these rectangles from now on: what lies over the map. */
    void avoid(List<Bounds> covered) {
        obstacles = covered.stream().map(Box::of).toList();
    }

    /** Whether a mark has not carried its name into what it has to keep out of. */
    boolean isClear(Label label) {
        Box box = label.box();
        return obstacles.stream().noneMatch(box::meets);
    }

    List<Label> place(
            MapFrame frame, VendorLayer.Attention looksAt, boolean others, Viewport view) {
        taken.clear();
        forbidden.clear();
        obstacles.forEach(this::forbid);
        window = new Box(0, 0, view.width(), view.height());
        selected = looksAt.selected();
        frame.marks().forEach(mark -> take(Box.around(mark.x(), mark.y(), radius(mark) - 1)));
        frame.clusters().forEach(c -> take(Box.around(c.x(), c.y(), c.radius() + 3)));
        List<Vendor> always = looksAt.all();
        List<Label> labels = new ArrayList<>();
        for (Mark mark : inOrder(frame, always, others)) {
            if (labels.size() == MOST) {
                break;
            }
            boolean hasTo = always.contains(mark.vendor());
            Label label = fit(mark, hasTo);
            if (label != null) {
                labels.add(label);
                if (hasTo) {
                    forbid(label.box());
                } else {
                    take(label.box());
                }
            }
        }
        labelled = new HashSet<>();
        labels.forEach(label -> labelled.add(label.mark().vendor()));
        return labels;
    }

    private Set<Mark> inOrder(MapFrame frame, List<Vendor> always, boolean others) {
        Set<Mark> order = new LinkedHashSet<>();
        for (Vendor vendor : always) {
            frame.marks().stream().filter(m -> m.vendor() == vendor).forEach(order::add);
        }
        if (others) {
            frame.marks().stream().filter(m -> labelled.contains(m.vendor())).forEach(order::add);
            order.addAll(frame.marks());
        }
        return order;
    }

    /** To the right, to the left, below, above: the first place that is free. */
    private @Nullable Label fit(Mark mark, boolean always) {
        double w = width.applyAsDouble(mark.vendor());
        double gap = radius(mark) + GAP;
        List<Label> places =
                List.of(
                        new Label(mark, gap, -HEIGHT / 2, w),
                        new Label(mark, -gap - w, -HEIGHT / 2, w),
                        new Label(mark, -w / 2, gap, w),
                        new Label(mark, -w / 2, -gap - HEIGHT, w));
        for (Label place : places) {
            if (free(place.box())) {
                return place;
            }
        }
        return always ? squeezed(mark, places) : null;
    }

    private double radius(Mark mark) {
        return MarkPainter.radius(mark, mark.vendor() == selected);
    }

    /**
     * A name that has to be there lies over marks rather than under what covers the map, and rather
     * further from its mark.
     */
    private Label squeezed(Mark mark, List<Label> places) {
        Label usual = places.getFirst();
        if (!window.holds(mark.x(), mark.y())) {
            return usual;
        }
        return places.stream()
                .filter(place -> seen(place.box()))
                .findFirst()
                .orElseGet(
                        () ->
                                places.stream()
                                        .map(place -> place.box().movedInto(window))
                                        .flatMap(box -> clear(box, CORNER))
                                        .filter(this::seen)
                                        .min(nearest(mark))
                                        .map(usual::movedTo)
                                        .orElse(usual));
    }

    /** Where a rectangle comes to lie that is moved past what it meets, and past what is there. */
    private Stream<Box> clear(Box box, int moves) {
        List<Box> met = forbidden.stream().filter(box::meets).toList();
        return met.isEmpty() || moves == 0
                ? Stream.of(box)
                : met.stream()
                        .flatMap(o -> box.beside(o).stream())
                        .flatMap(b -> clear(b, moves - 1));
    }

    private static Comparator<Box> nearest(Mark mark) {
        return Comparator.comparingDouble(box -> box.distance(mark.x(), mark.y()));
    }

    private boolean seen(Box box) {
        return box.within(window) && forbidden.stream().noneMatch(box::meets);
    }

    private boolean free(Box box) {
        if (!box.within(window)) {
            return false;
        }
        for (long column = cell(box.left()); column <= cell(box.right()); column++) {
            for (long row = cell(box.top()); row <= cell(box.bottom()); row++) {
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

    private void forbid(Box box) {
        forbidden.add(box);
        take(box);
    }

    private void take(Box box) {
        for (long column = cell(box.left()); column <= cell(box.right()); column++) {
            for (long row = cell(box.top()); row <= cell(box.bottom()); row++) {
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
