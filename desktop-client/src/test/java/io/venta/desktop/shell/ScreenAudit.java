package io.venta.desktop.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/**
 * What is wrong with a picture of a scene as rules can tell: words that do not stand out from what
 * is behind them, words cut short that no tooltip has whole, and things in the status line that lie
 * over each other. What is switched off, covered or scrolled away is let pass. JavaFX thread only.
 */
final class ScreenAudit {

    /**
     * Something that is wrong.
     *
     * @param what is wrong
     * @param with which words
     */
    record Finding(String what, String with) {}

    /** WCAG's AA for text; for large text less. */
    static final double LEAST = 4.5;

    private static final double LEAST_LARGE = 3;
    private static final double LARGE = 24;
    private static final double LARGE_BOLD = 18.66;

    /** Where {@code Tooltip.install} leaves its mark. */
    private static final String TOOLTIP = "javafx.scene.control.Tooltip";

    private final Picture picture;
    private final Point2D origin;
    private final List<Finding> findings = new ArrayList<>();

    private ScreenAudit(Picture picture, Point2D origin) {
        this.picture = picture;
        this.origin = origin;
    }

    /**
     * Looks at it.
     *
     * @param picture has the scene on it
     * @param origin where the scene's corner is on the picture
     */
    static List<Finding> of(Scene scene, Picture picture, Point2D origin) {
        ScreenAudit audit = new ScreenAudit(picture, origin);
        audit.visit(scene.getRoot(), new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()), 1);
        return audit.findings;
    }

    private void visit(Node node, Bounds sight, double opacity) {
        double shown = opacity * node.getOpacity();
        Bounds seen = node.getClip() == null ? sight : common(sight, clip(node));
        if (!node.isVisible() || shown == 0 || isEmpty(seen)) {
            return;
        }
        if (node instanceof Labeled labeled) {
            labeled.getChildrenUnmodifiable().stream()
                    .filter(Text.class::isInstance)
                    .map(Text.class::cast)
                    .forEach(text -> check(labeled, text, seen, shown));
        }
        if (node.getStyleClass().contains("status-bar")) {
            checkLine((Parent) node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, seen, shown));
        }
    }

    private void check(Labeled labeled, Text text, Bounds sight, double opacity) {
        Bounds whole = text.localToScene(text.getBoundsInLocal());
        Bounds seen = common(whole, sight);
        boolean inSight = !isEmpty(seen) && seen.getHeight() > whole.getHeight() / 2;
        if (!text.isVisible() || text.getText().isBlank() || !inSight || isCovered(text, seen)) {
            return;
        }
        if (!text.getText().equals(labeled.getText())
                && text.getText().endsWith(labeled.getEllipsisString())
                && !hasTooltip(labeled)) {
            findings.add(new Finding("cut short without a tooltip", labeled.getText()));
        }
        if (!labeled.isDisabled() && text.getFill() instanceof Color fill) {
            checkContrast(labeled, fill.deriveColor(0, 1, 1, opacity), seen);
        }
    }

    private void checkContrast(Labeled labeled, Color ink, Bounds seen) {
        Color behind = commonest(seen);
        Color front = Picture.mix(ink, behind);
        double ratio = contrast(front, behind);
        if (ratio < least(labeled)) {
            String what =
                    String.format(
                            Locale.ROOT,
                            "contrast %.2f of %s on %s",
                            ratio,
                            hex(front),
                            hex(behind));
            findings.add(new Finding(what, labeled.getText()));
        }
    }

    private void checkLine(Parent line) {
        Bounds room = line.getLayoutBounds();
        List<Node> items =
                line.getChildrenUnmodifiable().stream()
                        .filter(node -> node.isVisible() && node.isManaged())
                        .filter(node -> node.getLayoutBounds().getWidth() > 0)
                        .sorted(Comparator.comparingDouble(Node::getLayoutX))
                        .toList();
        double end = 0;
        for (Node item : items) {
            Bounds at = item.getBoundsInParent();
            if (at.getMinX() < end - 1 || at.getMaxX() > room.getMaxX() + 1) {
                findings.add(new Finding("no room in the status line", item.toString()));
            }
            end = Math.max(end, at.getMaxX());
        }
    }

    private Color commonest(Bounds seen) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = (int) seen.getMinY(); y < seen.getMaxY(); y++) {
            for (int x = (int) seen.getMinX(); x < seen.getMaxX(); x++) {
                int column = Math.clamp(x + (int) origin.getX(), 0, picture.width() - 1);
                int row = Math.clamp(y + (int) origin.getY(), 0, picture.height() - 1);
                counts.merge(picture.at(column, row), 1, Integer::sum);
            }
        }
        return Picture.colour(
                counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey());
    }

    /** Whether something that stands later in the same parent, or in one further up, is over it. */
    private static boolean isCovered(Node node, Bounds seen) {
        Point2D middle = new Point2D(seen.getCenterX(), seen.getCenterY());
        Node child = node;
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            List<Node> all = parent.getChildrenUnmodifiable();
            for (Node later : all.subList(all.indexOf(child) + 1, all.size())) {
                if (later.isVisible()
                        && !later.isMouseTransparent()
                        && later.contains(later.sceneToLocal(middle))) {
                    return true;
                }
            }
            child = parent;
        }
        return false;
    }

    private static boolean hasTooltip(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if ((at instanceof Control control && control.getTooltip() != null)
                    || at.getProperties().containsKey(TOOLTIP)) {
                return true;
            }
        }
        return false;
    }

    private static double least(Labeled labeled) {
        double size = labeled.getFont().getSize();
        boolean bold = labeled.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold");
        return size >= (bold ? LARGE_BOLD : LARGE) ? LEAST_LARGE : LEAST;
    }

    /** WCAG's ratio, from 1 to 21. */
    static double contrast(Color one, Color other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Bounds clip(Node node) {
        return node.localToScene(node.getClip().getBoundsInParent());
    }

    private static Bounds common(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(
                x,
                y,
                Math.min(one.getMaxX(), other.getMaxX()) - x,
                Math.min(one.getMaxY(), other.getMaxY()) - y);
    }

    private static boolean isEmpty(Bounds bounds) {
        return bounds.getWidth() <= 0 || bounds.getHeight() <= 0;
    }

    private static String hex(Color colour) {
        return "#" + colour.toString().substring(2, 8).toUpperCase(Locale.ROOT);
    }
}
