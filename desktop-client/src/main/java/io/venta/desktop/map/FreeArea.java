package io.venta.desktop.map;

import io.venta.desktop.map.projection.Extent;
import io.venta.desktop.map.projection.Viewport;

/**
 * The part of the map that no panel covers, and the viewports that show something in it.
 *
 * @param view the whole map
 * @param covered pixels at its right edge that lie under a panel
 */
record FreeArea(Viewport view, double covered) {

    private static final double MARGIN = 48;

    /** Clear of the buttons, which stand beside a panel. */
    private static final double PANEL_MARGIN = 72;

    private static final double FIT_MARGIN = 56;
    private static final double FIT_CLOSEST = 15;

    /** A place in the middle. */
    Viewport centred(double worldX, double worldY) {
        return view.centred(worldX, worldY).panned(-covered / 2, 0);
    }

    /** As near as shows all of an extent. */
    Viewport fitting(Extent extent) {
        return view.resized(Math.max(1, view.width() - covered), view.height())
                .fitting(extent, FIT_MARGIN, FIT_CLOSEST)
                .resized(view.width(), view.height())
                .panned(-covered / 2, 0);
    }

    /** As near as shows all of an extent, to its edges. */
    Viewport filling(Extent extent) {
        return view.resized(Math.max(1, view.width() - covered), view.height())
                .fitting(extent, 0, Viewport.MAX_ZOOM)
                .resized(view.width(), view.height())
                .panned(-covered / 2, 0);
    }

    /**
     * As it is where the place is seen well; moved as little as may be where it is covered or near
     * an edge; with the place in the middle where it is out of the map.
     */
    Viewport revealing(double worldX, double worldY) {
        double x = view.screenX(worldX);
        double y = view.screenY(worldY);
        if (!view.shows(x, y, 0)) {
            return centred(worldX, worldY);
        }
        double margin = covered > 0 ? covered + PANEL_MARGIN : MARGIN;
        double right = Math.max(MARGIN, view.width() - margin);
        double bottom = Math.max(MARGIN, view.height() - MARGIN);
        return view.panned(Math.clamp(x, MARGIN, right) - x, Math.clamp(y, MARGIN, bottom) - y);
    }
}
