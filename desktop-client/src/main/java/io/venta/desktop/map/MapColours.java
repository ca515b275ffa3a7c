package io.venta.desktop.map;

import io.venta.desktop.fx.CssColours;
import io.venta.desktop.map.ground.GroundColours;
import io.venta.desktop.map.marks.MarkColours;

/**
 * What the map is painted with, read from the style sheets.
 *
 * @param ground under the marks
 * @param marks the marks and what is written of them
 */
record MapColours(GroundColours ground, MarkColours marks) {

    static MapColours from(CssColours css) {
        return new MapColours(
                new GroundColours(
                        css.token("-venta-water"),
                        css.token("-venta-land"),
                        css.token("-venta-coast"),
                        css.token("-venta-border"),
                        css.token("-venta-grid"),
                        css.token("-venta-map-ink"),
                        css.token("-venta-paper")),
                MarkColours.from(css));
    }
}
