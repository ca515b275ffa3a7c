package io.venta.desktop.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.fx.LightStage;
import io.venta.desktop.map.projection.WebMercator;
import io.venta.desktop.vendor.TestClock;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import io.venta.model.location.VendorId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * The map alone in a window, before water without a coast; what a test looks for are its pixels.
 */
abstract class MapOnScreen extends FxRobot {

    static final Color MOVING = Color.web("#0072B2");
    static final Color STOPPED = Color.web("#009E73");
    static final Color STALE = Color.web("#B26B00");
    static final Color OFFLINE = Color.web("#6E7781");
    static final Color ALERT = Color.web("#D55E00");
    static final Color ACCENT = Color.web("#0969DA");
    static final Color WATER = Color.web("#D6E4EC");
    static final double LAT = 30.007;

    final TestClock clock = new TestClock();
    final Vendors vendors = new Vendors(clock);
    final MapViewModel model = new MapViewModel(vendors.all(), System::nanoTime);
    final MapView view = new MapView(model, Runnable::run);

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void open() throws Exception {
        interact(() -> model.reducedMotionProperty().set(true));
        FxToolkit.setupStage(stage -> LightStage.show(stage, view, 800, 600));
    }

    void look(double lng, double zoom) {
        model.zoomBy(zoom - model.viewport().zoom(), 0, 0);
        model.panBy(
                400 - model.viewport().screenX(WebMercator.x(lng)),
                300 - model.viewport().screenY(WebMercator.y(LAT)));
    }

    double x(double lng) {
        return model.viewport().screenX(WebMercator.x(lng));
    }

    double y() {
        return model.viewport().screenY(WebMercator.y(LAT));
    }

    Vendor vendor(String id) {
        return vendors.find(new VendorId(id)).orElseThrow();
    }

    /** What is on the screen once all that was changed is painted. */
    WritableImage shot() {
        AtomicReference<WritableImage> shot = new AtomicReference<>();
        interact(
                () -> {
                    view.paintNow();
                    shot.set(view.snapshot(null, null));
                });
        return Objects.requireNonNull(shot.get());
    }

    void assertColour(WritableImage shot, double x, double y, Color expected) {
        assertThat(shot.getPixelReader().getColor((int) x, (int) y)).satisfies(near(expected));
    }

    /** How many pixels of a colour there are round a place on the vendors' latitude. */
    int count(WritableImage shot, double x, Color colour, int reach) {
        int count = 0;
        for (int right = -reach; right <= reach; right++) {
            for (int down = -reach; down <= reach; down++) {
                int px = (int) x + right;
                int py = (int) y() + down;
                if (px >= 0 && py >= 0 && px < shot.getWidth() && py < shot.getHeight()) {
                    Color there = shot.getPixelReader().getColor(px, py);
                    count += distance(there, colour) < 0.1 ? 1 : 0;
                }
            }
        }
        return count;
    }

    static double distance(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed())
                + Math.abs(one.getGreen() - other.getGreen())
                + Math.abs(one.getBlue() - other.getBlue());
    }

    static java.util.function.Consumer<Color> near(Color expected) {
        return actual -> assertThat(distance(actual, expected)).as("%s", actual).isLessThan(0.12);
    }
}
