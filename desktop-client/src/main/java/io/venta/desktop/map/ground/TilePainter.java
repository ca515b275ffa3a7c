package io.venta.desktop.map.ground;

import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.map.projection.WebMercator;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;

/**
 * Paints the tiles of a viewport; where one is missing yet, the part of a lower zoom's tile that
 * holds its place. JavaFX thread only.
 */
final class TilePainter {

    private static final int MAX_ANCESTORS = 4;

    private final Tiles tiles;

    TilePainter(Tiles tiles) {
        this.tiles = tiles;
    }

    void paint(GraphicsContext g, Viewport view) {
        int z = Math.clamp(Math.round(view.zoom()), 0, TileSource.MAX_ZOOM);
        int count = 1 << z;
        double side = view.scale() / count;
        int west = (int) Math.floor(view.worldX(0) * count);
        int east = (int) Math.floor(view.worldX(view.width()) * count);
        int north = Math.max(0, (int) Math.floor(view.worldY(0) * count));
        int south = Math.min(count - 1, (int) Math.floor(view.worldY(view.height()) * count));
        for (int column = west; column <= east; column++) {
            for (int row = north; row <= south; row++) {
                double left = (column / (double) count - view.worldX(0)) * view.scale();
                double top = (row / (double) count - view.worldY(0)) * view.scale();
                var tile = new TileSource.Tile(z, Math.floorMod(column, count), row);
                paint(g, tile, left, top, side);
            }
        }
    }

    private void paint(
            GraphicsContext g, TileSource.Tile tile, double left, double top, double side) {
        Optional<Image> image = tiles.get(tile);
        if (image.isPresent()) {
            g.drawImage(image.get(), left, top, side + 0.5, side + 0.5);
            return;
        }
        TileSource.Tile ancestor = tile;
        for (int up = 1; up <= MAX_ANCESTORS && ancestor.z() > 0; up++) {
            ancestor = ancestor.parent();
            Optional<Image> coarse = tiles.peek(ancestor);
            if (coarse.isPresent()) {
                int parts = 1 << up;
                double part = WebMercator.TILE / parts;
                double x = (tile.x() % parts) * part;
                double y = (tile.y() % parts) * part;
                g.drawImage(coarse.get(), x, y, part, part, left, top, side + 0.5, side + 0.5);
                return;
            }
        }
    }
}
