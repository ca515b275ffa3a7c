package io.venta.desktop.map.tile;

import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.map.projection.WebMercator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;

/**
 * Paints the tiles of a viewport, those in the middle first; where one is missing yet, the part of
 * a lower zoom's tile that holds its place. JavaFX thread only.
 */
public final class TilePainter {

    private static final int MAX_ANCESTORS = 4;

    private record Place(TileSource.Tile tile, double left, double top, double fromMiddle) {}

    private final Tiles tiles;

    /** Paints these. */
    public TilePainter(Tiles tiles) {
        this.tiles = tiles;
    }

    /** Paints all that are in sight. */
    public void paint(GraphicsContext g, Viewport view) {
        int z = Math.clamp(Math.round(view.zoom()), 0, TileSource.MAX_ZOOM);
        double side = view.scale() / (1 << z);
        for (Place place : places(view, z, side)) {
            paint(g, place, side);
        }
        tiles.settle();
    }

    private static List<Place> places(Viewport view, int z, double side) {
        int count = 1 << z;
        int west = (int) Math.floor(view.worldX(0) * count);
        int east = (int) Math.floor(view.worldX(view.width()) * count);
        int north = Math.max(0, (int) Math.floor(view.worldY(0) * count));
        int south = Math.min(count - 1, (int) Math.floor(view.worldY(view.height()) * count));
        List<Place> places = new ArrayList<>();
        for (int column = west; column <= east; column++) {
            for (int row = north; row <= south; row++) {
                double left = (column / (double) count - view.worldX(0)) * view.scale();
                double top = (row / (double) count - view.worldY(0)) * view.scale();
                double right = left + side / 2 - view.width() / 2;
                double down = top + side / 2 - view.height() / 2;
                var tile = new TileSource.Tile(z, Math.floorMod(column, count), row);
                places.add(new Place(tile, left, top, Math.hypot(right, down)));
            }
        }
        places.sort(Comparator.comparingDouble(Place::fromMiddle));
        return places;
    }

    private void paint(GraphicsContext g, Place place, double side) {
        TileSource.Tile tile = place.tile();
        Optional<Image> image = tiles.get(tile);
        if (image.isPresent()) {
            g.drawImage(image.get(), place.left(), place.top(), side + 0.5, side + 0.5);
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
                g.drawImage(
                        coarse.get(),
                        x,
                        y,
                        part,
                        part,
                        place.left(),
                        place.top(),
                        side + 0.5,
                        side + 0.5);
                return;
            }
        }
    }
}
