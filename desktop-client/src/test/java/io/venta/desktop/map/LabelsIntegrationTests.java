package io.venta.desktop.map;

import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.fix;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.map.projection.WebMercator;
import io.venta.desktop.map.tile.TileCache;
import io.venta.desktop.map.tile.TileSource;
import io.venta.model.location.GeoPosition;
import io.venta.model.location.VendorRemoved;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where names are written, and where none is. */
class LabelsIntegrationTests extends MapOnScreen {

    private static final double EDGE = 600;

    @BeforeEach
    void lookNear() {
        interact(() -> look(0.05, 13));
    }

    @Test
    void writesANameBesideItsMark() {
        put("Tacos", 300, 300);
        WritableImage shot = shot();
        assertThat(ink(shot, 311, 291, 60, 18)).isGreaterThan(30);
        assertThat(ink(shot, 200, 291, 92, 18)).isZero();
        assertThat(ink(shot, 240, 240, 160, 50)).isZero();
        assertThat(ink(shot, 240, 310, 160, 50)).isZero();
    }

    @Test
    void writesOneOfTwoNamesThatWouldCollideAndTheSelectedOneAlways() {
        // In the corner there is room to the right of each only.
        Bounds beside = new BoundingBox(40, 0, 80, 40);
        put("Waffles", 12, 16);
        select("Waffles", 12, 16);
        WritableImage waffles = shot();
        remove("Waffles");
        put("Tacos", 12, 12);
        WritableImage tacos = shot();
        assertThat(ink(waffles, 40, 0, 80, 40)).isGreaterThan(20);
        assertThat(ink(tacos, 40, 0, 80, 40)).isGreaterThan(20);
        put("Waffles", 12, 16);
        assertSame(shot(), tacos, beside);
        select("Waffles", 12, 16);
        assertSame(shot(), waffles, beside);
    }

    @Test
    void keepsNamesFromTheScale() {
        Bounds scale = new BoundingBox(48, EDGE - 32, 30, 25);
        WritableImage empty = shot();
        put("Tacos", 30, EDGE - 38);
        assertSame(shot(), empty, scale);
        select("Tacos", 30, EDGE - 38);
        WritableImage shot = shot();
        assertSame(shot, empty, scale);
        assertThat(ink(shot, 0, EDGE - 90, 140, 34)).as("the name").isGreaterThan(30);
    }

    @Test
    void keepsNamesFromAnAttributionHoweverLong(@TempDir Path folder) {
        String owners = "© some who draw maps, and many more who say that they draw maps too";
        TileSource source = new TileSource("http://localhost:1/{z}/{x}/{y}.png", owners);
        try (TileCache cache = TileCache.open(folder)) {
            interact(() -> view.setTiles(source, cache));
            WritableImage empty = shot();
            assertThat(ink(empty, 470, EDGE - 23, 50, 17)).as("the owners").isGreaterThan(30);
            put("Tacos", 500, EDGE - 28);
            select("Tacos", 500, EDGE - 28);
            WritableImage shot = shot();
            assertSame(shot, empty, new BoundingBox(520, EDGE - 23, 280, 17));
            assertSame(shot, empty, new BoundingBox(400, EDGE - 23, 80, 17));
            assertThat(ink(shot, 400, EDGE - 80, 200, 34)).as("the name").isGreaterThan(30);
        }
    }

    @Test
    void keepsNamesFromTheButtons() {
        put("Tacos", 740, 80);
        WritableImage shot = shot();
        assertThat(ink(shot, 600, 71, 130, 18)).as("on the other side").isGreaterThan(30);
        assertThat(ink(shot, 749, 71, 6, 18)).isZero();
    }

    @Test
    void keepsNamesFromWhatIsWrittenAtAPin() {
        interact(
                () -> {
                    model.goTo().wordsProperty().set(LAT + " 0.05");
                    model.goTo().submit();
                    look(0.05, 13);
                });
        WritableImage pin = shot();
        double x = model.viewport().screenX(WebMercator.x(0.05));
        put("Tacos", x - 80, 316);
        assertSame(shot(), pin, new BoundingBox(x - 60, 307, 120, 16));
    }

    private void put(String name, double x, double y) {
        interact(() -> vendors.hear(List.of(fix(name, at(x, y).lat(), at(x, y).lng(), NOON))));
    }

    private void remove(String name) {
        interact(
                () -> {
                    model.selectedProperty().set(null);
                    vendors.hear(List.of(new VendorRemoved(vendor(name).id())));
                });
    }

    /** Selecting may move the map to where the mark is seen well: it is put back. */
    private void select(String name, double x, double y) {
        interact(() -> model.selectedProperty().set(vendor(name)));
        interact(() -> bringBack(name, x, y));
    }

    private void bringBack(String name, double x, double y) {
        GeoPosition place = Objects.requireNonNull(vendor(name).fix()).position();
        model.panBy(
                x - model.viewport().screenX(WebMercator.x(place.lng())),
                y - model.viewport().screenY(WebMercator.y(place.lat())));
    }

    private GeoPosition at(double x, double y) {
        return WebMercator.position(model.viewport().worldX(x), model.viewport().worldY(y));
    }

    /** How many pixels of a rectangle are darker than ground and paper, as words are. */
    private static int ink(WritableImage shot, double x, double y, double width, double height) {
        int count = 0;
        for (int i = (int) x; i < x + width; i++) {
            for (int j = (int) y; j < y + height; j++) {
                count += shot.getPixelReader().getColor(i, j).getBrightness() < 0.7 ? 1 : 0;
            }
        }
        return count;
    }

    private static void assertSame(WritableImage shot, WritableImage expected, Bounds within) {
        int others = 0;
        for (int i = (int) within.getMinX(); i < within.getMaxX(); i++) {
            for (int j = (int) within.getMinY(); j < within.getMaxY(); j++) {
                int there = shot.getPixelReader().getArgb(i, j);
                others += there == expected.getPixelReader().getArgb(i, j) ? 0 : 1;
            }
        }
        assertThat(others).as("other pixels").isZero();
    }
}
