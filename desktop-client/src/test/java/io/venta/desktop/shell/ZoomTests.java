package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ZoomTests {

    private final Zoom zoom = new Zoom();

    @Test
    void goesFromTheSmallestToTheLargestAndBack() {
        for (int i = 0; i < 20; i++) {
            zoom.reduce();
        }
        assertThat(zoom.factor()).isEqualTo(0.8);
        zoom.enlarge();
        assertThat(zoom.factor()).isEqualTo(0.9);
        for (int i = 0; i < 20; i++) {
            zoom.enlarge();
        }
        assertThat(zoom.factor()).isEqualTo(2);
        zoom.reset();
        assertThat(zoom.factor()).isEqualTo(1);
    }

    @Test
    void goesOnFromBetweenTwoSteps() {
        zoom.factorProperty().set(1.3);
        zoom.enlarge();
        assertThat(zoom.factor()).isEqualTo(1.5);
        zoom.factorProperty().set(1.3);
        zoom.reduce();
        assertThat(zoom.factor()).isEqualTo(1.25);
    }
}
