package io.venta.desktop.map.ground;

import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.map.tile.TileCache;
import io.venta.desktop.map.tile.TilePainter;
import io.venta.desktop.map.tile.TileSource;
import io.venta.desktop.map.tile.Tiles;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** All that lies under the marks, painted from the bottom up. JavaFX thread only. */
public final class Ground {

    private static final String OUTLINES_BY = "Natural Earth";
    private static final Font SMALL = Font.font(10);
    private static final double HEIGHT = 17;

    private final Executor fx;
    private final Runnable repaint;
    private @Nullable BaseMapPainter outlines;
    private @Nullable Tiles tiles;

    /**
     * @param fx the JavaFX thread
     * @param repaint called there when there is more to see
     */
    public Ground(Executor fx, Runnable repaint) {
        this.fx = fx;
        this.repaint = repaint;
    }

    /** The world's outlines, once they are read. */
    public void setBaseMap(BaseMap map) {
        outlines = new BaseMapPainter(map);
        repaint.run();
    }

    /** Tiles over the outlines. */
    public void setTiles(TileSource source, TileCache cache) {
        tiles = new Tiles(source, cache, fx, repaint);
        repaint.run();
    }

    /** Paints everything but {@link #paintImprint}. */
    public void paint(GraphicsContext g, Viewport view, GroundColours colours) {
        g.setFill(colours.water());
        g.fillRect(0, 0, view.width(), view.height());
        BaseMapPainter land = outlines;
        if (land != null) {
            land.paint(g, view, colours);
        }
        Tiles pictures = tiles;
        if (pictures == null) {
            Graticule.paint(g, view, colours);
        } else {
            new TilePainter(pictures).paint(g, view);
        }
    }

    /**
     * Paints what is written over the marks: the scale, and whose map it is.
     *
     * @param covered pixels at the right edge where nothing can be read
     * @return where it is
     */
    public List<Bounds> paintImprint(
            GraphicsContext g, Viewport view, GroundColours colours, double covered) {
        Bounds scale = ScaleBar.paint(g, view, colours);
        return List.of(scale, attribution(g, view, colours, view.width() - covered, scale));
    }

    /** In the corner; where it is too long for that, above the scale. */
    private Bounds attribution(
            GraphicsContext g, Viewport view, GroundColours colours, double right, Bounds scale) {
        Text words = new Text(owner());
        words.setFont(SMALL);
        double width = words.getLayoutBounds().getWidth() + 12;
        double left = Math.max(6, right - width - 6);
        boolean high = left < scale.getMaxX() + 6;
        double top = high ? scale.getMinY() - 6 - HEIGHT : view.height() - 6 - HEIGHT;
        g.setFill(colours.paper());
        g.fillRoundRect(left, top, width, HEIGHT, 6, 6);
        g.setFill(colours.ink());
        g.setFont(SMALL);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(words.getText(), left + 6, top + HEIGHT / 2);
        g.setTextBaseline(VPos.BASELINE);
        return new BoundingBox(left, top, width, HEIGHT);
    }

    private String owner() {
        Tiles pictures = tiles;
        String owner = pictures == null ? null : pictures.source().attribution();
        return owner == null ? OUTLINES_BY : owner;
    }
}
