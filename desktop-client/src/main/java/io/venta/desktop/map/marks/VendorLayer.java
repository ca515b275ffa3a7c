package io.venta.desktop.map.marks;

import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.vendor.Vendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Transform;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * All marks, clusters and names: single marks in one picture, what is written above them. Names
 * find new places a few times a second and move along with their marks in between. JavaFX thread
 * only.
 */
public final class VendorLayer extends Group {

    private static final double LABELS_FROM_ZOOM = 12;
    private static final int FEW = 60;
    private static final int PLACED_EACH_FRAME = 200;
    private static final long PLACING_NANOS = Duration.ofMillis(250).toNanos();
    private static final double OUT_OF_DATE_OPACITY = 0.65;

    /**
     * Whom the user looks at.
     *
     * @param selected bears a ring and its name
     * @param hovered bears its name
     */
    public record Attention(@Nullable Vendor selected, @Nullable Vendor hovered) {

        List<Vendor> all() {
            return Stream.of(selected, hovered).flatMap(Stream::ofNullable).distinct().toList();
        }
    }

    private final MarkRaster raster = new MarkRaster();
    private final Canvas canvas = new Canvas();
    private final LabelPainter labelPainter = new LabelPainter();
    private final LabelPlacer placer = new LabelPlacer(labelPainter::width);
    private @Nullable MarkSprites sprites;
    private List<LabelPlacer.Label> labels = new ArrayList<>();
    private Attention attention = new Attention(null, null);
    private long placedAt;
    private double magnification = 1;

    /** Shows nothing yet. */
    public VendorLayer() {
        setMouseTransparent(true);
        getChildren().addAll(raster.view(), canvas);
    }

    /** Paints with so many pixels for one, as the whole window is magnified by as much. */
    public void setMagnification(double factor) {
        magnification = factor;
        canvas.getTransforms().setAll(Transform.scale(1 / factor, 1 / factor));
    }

    /** Keeps names out of what lies over the map. */
    public void avoid(List<Bounds> covered) {
        placer.avoid(covered);
    }

    /**
     * Paints a frame.
     *
     * @param outOfDate whether all of it is shown as such
     * @param now on the clock of the frames
     */
    public void paint(
            MapFrame frame,
            MarkColours colours,
            Attention looksAt,
            boolean outOfDate,
            Viewport view,
            long now) {
        setOpacity(outOfDate ? OUT_OF_DATE_OPACITY : 1);
        Predicate<Mark> selected = mark -> mark.vendor() == looksAt.selected();
        boolean clustered = !frame.clusters().isEmpty();
        Predicate<Mark> above = mark -> clustered && mark.alerted() && !selected.test(mark);
        paintMarks(frame.marks(), selected.or(above), colours, view);
        GraphicsContext g = cleared(view);
        ClusterPainter.paint(g, frame.clusters(), colours);
        frame.marks().stream().filter(above).forEach(mark -> paintAlone(g, mark, colours));
        placeLabels(frame, looksAt, view, now);
        labelPainter.paint(g, labels, view, colours);
        frame.marks().stream()
                .filter(selected)
                .forEach(
                        mark -> {
                            MarkPainter.select(g, mark, colours);
                            paintAlone(g, mark, colours);
                        });
    }

    private GraphicsContext cleared(Viewport view) {
        canvas.setWidth(Math.ceil(view.width() * magnification));
        canvas.setHeight(Math.ceil(view.height() * magnification));
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setTransform(magnification, 0, 0, magnification, 0, 0);
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        return g;
    }

    /**
     * From the quietest state to the loudest; alerts over all of them.
     *
     * @param later whom to leave out, since what is translucent must not be painted twice
     */
    private void paintMarks(
            List<Mark> marks, Predicate<Mark> later, MarkColours colours, Viewport view) {
        raster.view().setVisible(!marks.isEmpty());
        if (marks.isEmpty()) {
            return;
        }
        MarkSprites pictures = sprites(colours);
        raster.begin(view.width(), view.height(), scale());
        for (int layer = 0; layer <= MarkState.COUNT; layer++) {
            for (Mark mark : marks) {
                MarkState state = mark.state();
                boolean above = mark.alerted();
                boolean due = layer == (above ? MarkState.COUNT : state.level());
                if (due && !later.test(mark)) {
                    raster.draw(pictures.of(mark, state), mark.x(), mark.y());
                }
            }
        }
        raster.end();
    }

    private static void paintAlone(GraphicsContext g, Mark mark, MarkColours colours) {
        if (mark.alerted()) {
            MarkPainter.alert(g, mark.x(), mark.y(), 0, colours);
        }
        MarkPainter.paint(g, mark.look(), mark.x(), mark.y(), colours);
    }

    private void placeLabels(MapFrame frame, Attention looksAt, Viewport view, long now) {
        int count = frame.marks().size();
        List<Vendor> always = looksAt.all();
        boolean due = count <= PLACED_EACH_FRAME || now - placedAt > PLACING_NANOS;
        if (due || !looksAt.equals(attention)) {
            boolean roomy = view.zoom() >= LABELS_FROM_ZOOM || count <= FEW;
            labels = placer.place(frame, looksAt, roomy, view);
            placedAt = now;
            attention = looksAt;
        } else {
            labels.removeIf(l -> !always.contains(l.mark().vendor()) && !placer.isClear(l));
        }
    }

    private MarkSprites sprites(MarkColours colours) {
        MarkSprites known = sprites;
        if (known == null || !known.fit(colours, scale())) {
            known = new MarkSprites(colours, scale());
            sprites = known;
        }
        return known;
    }

    private double scale() {
        Scene scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        return magnification * (window == null ? 1 : window.getRenderScaleX());
    }
}
