package io.venta.desktop.map.tile;

import org.jspecify.annotations.Nullable;

/**
 * A server of map tiles.
 *
 * @param template its address with {@code {z}}, {@code {x}} and {@code {y}}
 * @param attribution what its owner wants to read on the map, in plain words
 */
public record TileSource(String template, @Nullable String attribution) {

    /** How far such servers usually go. */
    static final int MAX_ZOOM = 19;

    /**
     * One tile's place: zoom, column from the west, row from the north.
     *
     * @param z zoom
     * @param x column
     * @param y row
     */
    record Tile(int z, int x, int y) {

        /** The tile that holds it, one zoom lower. */
        Tile parent() {
            return new Tile(z - 1, x >> 1, y >> 1);
        }
    }

    /** Takes an attribution as it is written for web pages, with links in it. */
    public TileSource {
        attribution =
                attribution == null
                        ? null
                        : attribution
                                .replaceAll("<[^>]*>", "")
                                .replace("&copy;", "©")
                                .replace("&amp;", "&")
                                .strip();
    }

    /** The address of a tile. */
    String address(Tile tile) {
        return template.replace("{z}", Integer.toString(tile.z()))
                .replace("{x}", Integer.toString(tile.x()))
                .replace("{y}", Integer.toString(tile.y()))
                .replace("{s}", "a")
                .replace("{r}", "");
    }
}
