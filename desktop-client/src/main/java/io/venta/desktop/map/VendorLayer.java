package io.venta.desktop.map;

import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.VendorStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.ArcType;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Paints one frame of marks, clusters and names on the canvas they share. JavaFX thread only. */
final class VendorLayer {

    private static final double LABELS_FROM_ZOOM = 12;
    private static final int FEW = 60;
    private static final double OUT_OF_DATE_OPACITY = 0.45;
    private static final Font NAMES = Font.font(12);
    private static final Font COUNTS = Font.font(null, FontWeight.BOLD, 12);
    private static final int LONGEST_NAME = 32;

    private @Nullable MarkSprites sprites;
    private final LabelPlacer labels = new LabelPlacer(this::labelWidth);
    private final Map<String, Double> widths = new WeakHashMap<>();

    /** Keeps names out of what lies over the map. */
    void avoid(List<Bounds> covered) {
        labels.avoid(covered);
    }

    void paint(
            GraphicsContext g,
            MapFrame frame,
            MapColours colours,
            @Nullable Vendor selected,
            @Nullable Vendor hovered,
            boolean outOfDate,
            Viewport view) {
        MarkSprites pictures = sprites(colours, g.getCanvas());
        g.setGlobalAlpha(outOfDate ? OUT_OF_DATE_OPACITY : 1);
        frame.marks().stream()
                .sorted(Comparator.comparingInt(m -> MarkPainter.order(m.vendor().status())))
                .forEach(mark -> pictures.paint(g, mark));
        frame.clusters().forEach(cluster -> paint(g, cluster, colours));
        boolean roomy = view.zoom() >= LABELS_FROM_ZOOM || frame.marks().size() <= FEW;
        List<Vendor> always =
                Stream.of(selected, hovered).flatMap(Stream::ofNullable).distinct().toList();
        g.setFont(NAMES);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        labels.place(frame, always, roomy, view)
                .reversed()
                .forEach(label -> paint(g, label, colours));
        frame.marks().stream()
                .filter(mark -> mark.vendor() == selected)
                .forEach(
                        mark -> {
                            MarkPainter.select(g, mark, colours);
                            pictures.paint(g, mark);
                        });
        g.setGlobalAlpha(1);
    }

    private MarkSprites sprites(MapColours colours, Canvas canvas) {
        Scene scene = canvas.getScene();
        Window window = scene == null ? null : scene.getWindow();
        double scale = window == null ? 1 : window.getRenderScaleX();
        MarkSprites known = sprites;
        if (known == null || !known.fit(colours, scale)) {
            known = new MarkSprites(colours, scale);
            sprites = known;
        }
        return known;
    }

    private static void paint(GraphicsContext g, Cluster cluster, MapColours colours) {
        double r = cluster.radius();
        g.setFill(colours.paper());
        g.fillOval(cluster.x() - r - 2, cluster.y() - r - 2, 2 * r + 4, 2 * r + 4);
        double start = 90;
        g.setLineWidth(4);
        for (VendorStatus status : VendorStatus.values()) {
            double sweep = -360.0 * cluster.count(status) / cluster.vendors().size();
            if (sweep != 0) {
                g.setStroke(colours.of(status));
                g.strokeArc(
                        cluster.x() - r, cluster.y() - r, 2 * r, 2 * r, start, sweep, ArcType.OPEN);
            }
            start += sweep;
        }
        g.setFill(colours.ink());
        g.setFont(COUNTS);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(Integer.toString(cluster.vendors().size()), cluster.x(), cluster.y());
    }

    private static void paint(GraphicsContext g, LabelPlacer.Label label, MapColours colours) {
        g.setFill(colours.paper());
        g.fillRoundRect(label.x(), label.y(), label.width(), label.height(), 6, 6);
        g.setFill(colours.ink());
        g.fillText(name(label.mark().vendor()), label.x() + 5, label.y() + label.height() / 2);
    }

    private static String name(Vendor vendor) {
        String name = vendor.name();
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - 1).stripTrailing() + "…";
    }

    private double labelWidth(Vendor vendor) {
        return widths.computeIfAbsent(
                name(vendor),
                name -> {
                    Text text = new Text(name);
                    text.setFont(NAMES);
                    return Math.ceil(text.getLayoutBounds().getWidth()) + 10;
                });
    }
}
