package io.venta.desktop.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Things in a line, from both ends towards the middle. Where there is no room for all, those that
 * matter least go, each as a whole: nothing is cut, and nothing of what is always needed goes.
 */
class StatusLine extends Region {

    /** How much something matters, what matters most first. */
    enum Rank {
        ALWAYS,
        NEWS,
        UNSENT,
        WORDS,
        OWN,
        PEOPLE,
        COUNTS,
        AGE,
        HELP,
        CHART
    }

    /** Room that something would like to have. */
    private record Claim(Rank rank, DoubleSupplier width, Consumer<Boolean> show) {}

    private static final double SPACING = 16;

    /** Words that get a little longer by the second shall not push others in and out. */
    private static final double STEP = 8;

    private final List<Claim> claims = new ArrayList<>();
    private final List<StackPane> left = new ArrayList<>();
    private final List<StackPane> right = new ArrayList<>();

    /** Adds the next from the left. */
    final void addLeft(Rank rank, Node node) {
        left.add(slot(rank, node));
    }

    /** Adds the next at the right. */
    final void addRight(Rank rank, Node node) {
        right.add(slot(rank, node));
    }

    /**
     * Lets something grow that is in the line already.
     *
     * @param width how much wider it would be
     * @param show is told each time whether it may
     */
    final void addClaim(Rank rank, DoubleSupplier width, Consumer<Boolean> show) {
        claims.add(new Claim(rank, width, show));
        claims.sort(Comparator.comparing(Claim::rank));
    }

    /**
     * Adds the first from the left, which can grow.
     *
     * @param width how wide it is at least
     */
    final void addGrowing(Node node, DoubleSupplier width) {
        left.addFirst(slot(node));
        addClaim(Rank.ALWAYS, () -> width.getAsDouble() + SPACING, fits -> {});
    }

    private StackPane slot(Rank rank, Node node) {
        StackPane slot = slot(node);
        addClaim(
                rank,
                () -> {
                    double width = slot.prefWidth(-1);
                    return width == 0 ? 0 : width + SPACING;
                },
                slot::setVisible);
        return slot;
    }

    private StackPane slot(Node node) {
        StackPane slot = new StackPane(node);
        slot.setMinWidth(0);
        getChildren().add(slot);
        return slot;
    }

    @Override
    protected double computePrefWidth(double height) {
        return claims.stream().mapToDouble(claim -> claim.width().getAsDouble()).sum();
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        share(room + SPACING);
        double taken = width(left) + width(right) - SPACING;
        place(left, snappedLeftInset(), Math.max(0, taken - room));
        place(right, getWidth() - snappedRightInset() - width(right) + SPACING, 0);
    }

    private void share(double room) {
        double free = room;
        for (Claim claim : claims) {
            double width = claim.width().getAsDouble();
            double claimed = claim.rank() == Rank.ALWAYS ? width : Math.ceil(width / STEP) * STEP;
            boolean fits = claim.rank() == Rank.ALWAYS || claimed <= free;
            claim.show().accept(fits);
            free -= fits ? claimed : 0;
        }
    }

    /**
     * @param missing by how much the first has to be narrower
     */
    private void place(List<StackPane> slots, double from, double missing) {
        double x = from;
        double less = missing;
        for (StackPane slot : slots) {
            double width = slot.isVisible() ? slot.prefWidth(-1) : 0;
            double given = Math.max(0, width - less);
            less = 0;
            slot.resizeRelocate(snapPositionX(x), snappedTopInset(), given, inner());
            x += width == 0 ? 0 : given + SPACING;
        }
    }

    private double inner() {
        return getHeight() - snappedTopInset() - snappedBottomInset();
    }

    private static double width(List<StackPane> slots) {
        return slots.stream()
                .filter(Node::isVisible)
                .mapToDouble(slot -> slot.prefWidth(-1))
                .filter(width -> width > 0)
                .map(width -> width + SPACING)
                .sum();
    }
}
