package io.venta.desktop.map;

import io.venta.desktop.fx.CssColours;
import io.venta.desktop.map.ground.GroundColours;
import io.venta.desktop.vendor.VendorStatus;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;

/**
 * What the map is painted with, as the style sheets have it.
 *
 * @param ground for what lies under the marks
 * @param status for marks
 * @param accent for the selected one
 * @param halo around marks
 * @param paper behind labels
 * @param ink of labels
 */
record MapColours(
        GroundColours ground,
        Map<VendorStatus, Color> status,
        Color accent,
        Color halo,
        Color paper,
        Color ink) {

    static MapColours from(CssColours css) {
        GroundColours ground =
                new GroundColours(
                        css.token("-venta-water"),
                        css.token("-venta-land"),
                        css.token("-venta-coast"),
                        css.token("-venta-border"),
                        css.token("-venta-grid"),
                        css.token("-venta-map-ink"),
                        css.token("-venta-paper"));
        Map<VendorStatus, Color> status =
                Arrays.stream(VendorStatus.values())
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        s -> css.token("-venta-" + s.key()),
                                        (a, b) -> a,
                                        () -> new EnumMap<>(VendorStatus.class)));
        return new MapColours(
                ground,
                status,
                css.token("-color-accent-emphasis"),
                css.token("-venta-halo"),
                css.token("-venta-paper"),
                css.token("-color-fg-default"));
    }

    Color of(VendorStatus of) {
        return status.getOrDefault(of, ink);
    }
}
