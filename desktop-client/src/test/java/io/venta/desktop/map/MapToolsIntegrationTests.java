package io.venta.desktop.map;

import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.fix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venta.desktop.map.projection.WebMercator;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Trail;
import io.venta.model.location.GeoPosition;
import java.time.Duration;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.Test;

class MapToolsIntegrationTests extends MapOnScreen {

    @Test
    void drawsTheTrailBehindTheSelectedAndTheMomentLookedAt() {
        interact(
                () -> {
                    vendors.hear(List.of(fix("v", LAT, 0.10, NOON)));
                    look(0.05, 12.5);
                    model.selectedProperty().set(vendor("v"));
                });
        assertThat(strength(shot(), x(0.065))).isLessThan(0.1);
        interact(
                () ->
                        model.trailProperty()
                                .set(
                                        new Trail(
                                                List.of(
                                                        trailFix(0.00, 3600, false),
                                                        trailFix(0.02, 2700, false),
                                                        trailFix(0.06, 1200, false),
                                                        trailFix(0.08, 200, false),
                                                        trailFix(0.09, 100, true)))));
        WritableImage trail = shot();
        assertThat(strength(trail, x(0.065))).isGreaterThan(strength(trail, x(0.01)) + 0.2);
        assertThat(strength(trail, x(0.01))).isGreaterThan(0.2);
        assertThat(strength(trail, x(0.085))).as("a jump").isLessThan(0.1);
        interact(() -> model.scrubbedProperty().set(trailFix(0.03, 2000, false)));
        assertThat(count(shot(), x(0.03), ACCENT, 10)).isGreaterThan(20);
        interact(() -> model.selectedProperty().set(null));
        assertThat(strength(shot(), x(0.065))).isLessThan(0.1);
    }

    @Test
    void goesToCoordinatesThatAreTyped() {
        interact(() -> model.goTo().toggle());
        clickOn("#goto-field").write("100, 1").type(KeyCode.ENTER);
        assertThat(model.goTo().errorProperty().get()).contains("latitude");
        interact(() -> model.goTo().wordsProperty().set("52.2297 21.0122"));
        type(KeyCode.ENTER);
        assertThat(model.viewport().middle().lat()).isCloseTo(52.2297, within(1e-6));
        assertThat(lookup("#goto").query().isVisible()).isFalse();
        WritableImage shot = shot();
        assertThat(
                        shot.getPixelReader()
                                .getColor(
                                        (int) model.viewport().width() / 2 + 5,
                                        (int) model.viewport().height() / 2 - 22))
                .satisfies(near(ACCENT));
    }

    @Test
    void zoomsIntoABoxDrawnWithShift() {
        interact(() -> look(0.05, 10));
        double before = model.viewport().zoom();
        interact(
                () -> {
                    drag(MouseEvent.MOUSE_PRESSED, 300, 250);
                    drag(MouseEvent.MOUSE_DRAGGED, 500, 350);
                    drag(MouseEvent.MOUSE_RELEASED, 500, 350);
                });
        assertThat(model.viewport().zoom()).isGreaterThan(before + 1);
        assertThat(model.viewport().screenX(WebMercator.x(0.05))).isCloseTo(400, within(40.0));
    }

    private static Fix trailFix(double lng, long secondsAgo, boolean jump) {
        return new Fix(
                new GeoPosition(LAT, lng),
                10,
                90,
                NOON.minusSeconds(secondsAgo),
                Duration.ofSeconds(10),
                jump);
    }

    /** With Shift held down. */
    private void drag(EventType<MouseEvent> type, double x, double y) {
        PickResult at = new PickResult(view, x, y);
        Event.fireEvent(
                view,
                new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        true,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        at));
    }

    /** How far the colour at a place on the vendors' latitude is from plain water. */
    private double strength(WritableImage shot, double x) {
        return distance(shot.getPixelReader().getColor((int) x, (int) y()), WATER);
    }
}
