package io.venta.desktop.map.ground;

import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.map.tile.TileCache;
import io.venta.desktop.map.tile.TilePainter;
import io.venta.desktop.map.tile.TileSource;
import io.venta.desktop.map.tile.Tiles;
import java.util.concurrent.Executor;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** All that lies under the marks, painted from the bottom up. JavaFX thread only. */
public final class Ground {

    private static final String OUTLINES_BY = "Natural Earth";
    private static final Font SMALL = Font.font(10);

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
     */
    public void paintImprint(
            GraphicsContext g, Viewport view, GroundColours colours, double covered) {
        Tiles pictures = tiles;
        ScaleBar.paint(g, view, colours);
        attribution(g, view.width() - covered, view.height(), colours, pictures);
    }

    private static void attribution(
            GraphicsContext g,
            double right,
            double bottom,
            GroundColours colours,
            @Nullable Tiles pictures) {
        String owner = pictures == null ? null : pictures.source().attribution();
        String words = owner == null ? OUTLINES_BY : owner;
        Text measured = new Text(words);
        measured.setFont(SMALL);
        double width = measured.getLayoutBounds().getWidth() + 12;
        g.setFill(colours.paper());
        g.fillRoundRect(right - width - 6, bottom - 23, width, 17, 6, 6);
        g.setFill(colours.ink());
        g.setFont(SMALL);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(words, right - 12, bottom - 14.5);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.BASELINE);
    }
}
