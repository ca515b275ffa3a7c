package io.venta.desktop.map.ground;

import javafx.scene.paint.Color;

/**
 * What the ground is painted with.
 *
 * @param water under everything
 * @param land fills the outlines
 * @param coast edges the land
 * @param border between countries
 * @param grid the graticule's lines
 * @param ink the graticule's figures and the scale bar
 * @param paper behind the scale bar and the attribution
 */
public record GroundColours(
        Color water, Color land, Color coast, Color border, Color grid, Color ink, Color paper) {}
