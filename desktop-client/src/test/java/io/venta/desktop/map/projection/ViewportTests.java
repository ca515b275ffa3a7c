package io.venta.desktop.map.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViewportTests {

    private final Viewport view = new Viewport(0.5, 0.4, 8, 1000, 600);

    @Test
    void putsItsMiddleInTheMiddle() {
        assertThat(view.screenX(0.5)).isEqualTo(500);
        assertThat(view.screenY(0.4)).isEqualTo(300);
    }

    @Test
    void keepsThePlaceUnderThePointerWhenZooming() {
        double x = view.worldX(800);
        double y = view.worldY(100);
        Viewport closer = view.zoomed(9.5, 800, 100);
        assertThat(closer.screenX(x)).isEqualTo(800, within(1e-6));
        assertThat(closer.screenY(y)).isEqualTo(100, within(1e-6));
    }

    @Test
    void keepsThePlaceUnderThePointerWhenPanning() {
        double x = view.worldX(10);
        assertThat(view.panned(25, -5).screenX(x)).isEqualTo(35, within(1e-6));
    }

    @Test
    void goesRoundTheWorld() {
        Viewport dateLine = new Viewport(0.999, 0.4, 8, 1000, 600);
        double across = 0.001;
        assertThat(dateLine.screenX(across))
                .isEqualTo(500 + 0.002 * dateLine.scale(), within(1e-6));
        assertThat(view.panned(view.scale() * 0.75, 0).x()).isEqualTo(0.75, within(1e-9));
    }

    @Test
    void fitsAnExtentWithinItsMargin() {
        Extent extent = Extent.EMPTY.including(0.2, 0.3).including(0.21, 0.32);
        Viewport fitting = view.fitting(extent, 50, 19);
        assertThat(fitting.screenY(0.3)).isEqualTo(50, within(1e-6));
        assertThat(fitting.screenY(0.32)).isEqualTo(550, within(1e-6));
        assertThat(fitting.screenX(0.2)).isGreaterThan(50);
    }

    @Test
    void fitsAPointNoCloserThanAsked() {
        assertThat(view.fitting(Extent.EMPTY.including(0.2, 0.3), 50, 15).zoom()).isEqualTo(15);
    }
}
