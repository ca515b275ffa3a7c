package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowPlaceTests {

    private static final Rectangle2D LEFT = new Rectangle2D(0, 25, 1920, 1055);
    private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 1280, 1024);

    @Test
    void isWhereItWasOnWhicheverScreen() {
        Rectangle2D place = new Rectangle2D(2000, 100, 900, 700);
        assertThat(WindowPlace.on(place, List.of(LEFT, RIGHT))).contains(place);
        Rectangle2D negative = new Rectangle2D(-1800, 100, 900, 700);
        assertThat(WindowPlace.on(negative, List.of(LEFT, new Rectangle2D(-1920, 0, 1920, 1080))))
                .contains(negative);
    }

    @Test
    void isNowhereWhereItsScreenIsGone() {
        Rectangle2D place = new Rectangle2D(2000, 100, 900, 700);
        assertThat(WindowPlace.on(place, List.of(LEFT))).isEmpty();
    }

    @Test
    void isNowhereWhereItsTitleCannotBeGripped() {
        for (Rectangle2D lost :
                List.of(
                        new Rectangle2D(1860, 100, 900, 700),
                        new Rectangle2D(-850, 100, 900, 700),
                        new Rectangle2D(100, 1070, 900, 700),
                        new Rectangle2D(100, -300, 900, 700))) {
            assertThat(WindowPlace.on(lost, List.of(LEFT))).as(lost.toString()).isEmpty();
        }
    }

    @Test
    void isNoLargerThanItsScreen() {
        Rectangle2D place = new Rectangle2D(1920, 0, 2560, 1440);
        assertThat(WindowPlace.on(place, List.of(LEFT, RIGHT)))
                .contains(new Rectangle2D(1920, 0, 1280, 1024));
    }

    @Test
    void readsWhatItWrote() {
        assertThat(WindowPlace.parse("-5.0 20.5 1280.0 800.0"))
                .contains(new Rectangle2D(-5, 20.5, 1280, 800));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1 2 3", "1 2 3 4 5", "1 2 0 4", "1 2 3 -4", "NaN 2 3 4", "a b c d"})
    void readsNothingElse(String text) {
        assertThat(WindowPlace.parse(text)).isEmpty();
    }
}
