package io.venta.desktop.map.marks;

import io.venta.desktop.fx.CssColours;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;

/**
 * What marks, clusters and names are painted with.
 *
 * @param states one colour each
 * @param alert around who has an alert
 * @param accent around the selected mark
 * @param halo edges marks so that they stand out from the ground
 * @param paper behind what is written
 * @param ink what is written
 */
public record MarkColours(
        Map<MarkState, Color> states,
        Color alert,
        Color accent,
        Color halo,
        Color paper,
        Color ink) {

    /** Those of the style sheets as they are now. */
    public static MarkColours from(CssColours css) {
        Map<MarkState, Color> states =
                Arrays.stream(MarkState.values())
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        state -> css.token("-venta-" + state.key()),
                                        (a, b) -> a,
                                        () -> new EnumMap<>(MarkState.class)));
        return new MarkColours(
                states,
                css.token("-venta-alert"),
                css.token("-color-accent-emphasis"),
                css.token("-venta-halo"),
                css.token("-venta-paper"),
                css.token("-color-fg-default"));
    }

    Color of(MarkState state) {
        return states.getOrDefault(state, ink);
    }
}
