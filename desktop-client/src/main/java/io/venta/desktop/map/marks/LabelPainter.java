package io.venta.desktop.map.marks;

import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.vendor.Vendor;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Writes names beside their marks. JavaFX thread only. */
final class LabelPainter {

    private static final Font NAMES = Font.font(12);
    private static final int LONGEST = 32;
    private static final double INSET = 5;

    private final Map<String, Double> widths = new WeakHashMap<>();

    /** The last one lowest: who comes first is the most important. */
    void paint(
            GraphicsContext g, List<LabelPlacer.Label> labels, Viewport view, MarkColours colours) {
        g.setFont(NAMES);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        for (LabelPlacer.Label label : labels.reversed()) {
            double x = Math.rint(label.x());
            double y = Math.rint(label.y());
            if (view.shows(x, y, -label.width())) {
                g.setFill(colours.paper());
                g.fillRoundRect(x, y, label.width(), label.height(), 6, 6);
                g.setFill(colours.ink());
                g.fillText(name(label.mark().vendor()), x + INSET, y + label.height() / 2);
            }
        }
    }

    /** With the paper that it is written on. */
    double width(Vendor vendor) {
        return widths.computeIfAbsent(
                name(vendor),
                name -> {
                    Text text = new Text(name);
                    text.setFont(NAMES);
                    return Math.ceil(text.getLayoutBounds().getWidth()) + 2 * INSET;
                });
    }

    private static String name(Vendor vendor) {
        String name = vendor.name();
        if (name.length() <= LONGEST) {
            return name;
        }
        boolean halved = Character.isHighSurrogate(name.charAt(LONGEST - 2));
        return name.substring(0, LONGEST - (halved ? 2 : 1)).stripTrailing() + "…";
    }
}
