package io.venta.desktop.map.marks;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.ArcType;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/**
 * Paints clusters: a disc with the count, a ring with a part for each state, and a halo where
 * someone in it has an alert. JavaFX thread only.
 */
final class ClusterPainter {

    private static final Font COUNTS = Font.font(null, FontWeight.BOLD, 12);

    /** So much less than a mark's is the halo's distance from a cluster's ring. */
    private static final double NEARER = 8;

    private ClusterPainter() {}

    /** Those with alerts last, so that nothing hides them. */
    static void paint(GraphicsContext g, List<Cluster> clusters, MarkColours colours) {
        g.setFont(COUNTS);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        clusters.stream().filter(c -> !c.alerted()).forEach(c -> paint(g, c, colours));
        clusters.stream().filter(Cluster::alerted).forEach(c -> paint(g, c, colours));
    }

    private static void paint(GraphicsContext g, Cluster cluster, MarkColours colours) {
        double r = cluster.radius();
        double x = cluster.x();
        double y = cluster.y();
        if (cluster.alerted()) {
            MarkPainter.alert(g, x, y, r - NEARER, colours);
        }
        g.setFill(colours.paper());
        g.fillOval(x - r - 2, y - r - 2, 2 * r + 4, 2 * r + 4);
        double start = 90;
        g.setLineWidth(4);
        for (MarkState state : MarkState.values()) {
            double sweep = -360.0 * cluster.count(state) / cluster.size();
            if (sweep != 0) {
                g.setStroke(colours.of(state));
                g.strokeArc(x - r, y - r, 2 * r, 2 * r, start, sweep, ArcType.OPEN);
            }
            start += sweep;
        }
        g.setFill(colours.ink());
        g.fillText(Integer.toString(cluster.size()), x, y);
    }
}
