package io.venta.desktop.map;

import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.fix;
import static io.venta.desktop.vendor.Updates.moving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venta.desktop.map.marks.Cluster;
import io.venta.desktop.map.marks.MapFrame;
import io.venta.desktop.map.marks.Mark;
import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.map.projection.WebMercator;
import io.venta.desktop.vendor.TestClock;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import io.venta.model.location.VendorId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MapViewModelTests {

    private final Vendors vendors = new Vendors(new TestClock());
    private final AtomicLong nanos = new AtomicLong(1);
    private final MapViewModel model = new MapViewModel(vendors.all(), nanos::get);

    @BeforeEach
    void size() {
        model.resize(1000, 800);
    }

    @Test
    void fitsOnceWhenTheFirstPositionsAreThere() {
        hearCorners();
        Viewport before = model.viewport();
        model.nextFrame();
        assertThat(model.viewport()).isEqualTo(before);
        model.readyProperty().set(true);
        model.nextFrame();
        assertThat(screenX("sw")).isBetween(50.0, 500.0);
        Viewport fitted = model.viewport();
        vendors.hear(List.of(fix("far", 10, 10, NOON)));
        model.nextFrame();
        assertThat(model.viewport()).isEqualTo(fitted);
    }

    @Test
    void neverMovesAMapThatWasTouched() {
        model.panBy(10, 10);
        Viewport chosen = model.viewport();
        hearCorners();
        model.readyProperty().set(true);
        model.nextFrame();
        assertThat(model.viewport()).isEqualTo(chosen);
    }

    @Test
    void marksAVendorWhereTheProjectionSays() {
        fitted();
        Mark mark = mark("sw");
        assertThat(mark.x()).isEqualTo(model.viewport().screenX(WebMercator.x(-122.5)));
        assertThat(mark.y()).isEqualTo(model.viewport().screenY(WebMercator.y(37.7)));
    }

    @Test
    void glidesBetweenFixesWithinTwoSeconds() {
        fitted();
        double from = mark("sw").x();
        vendors.hear(List.of(moving("sw", 37.7, -122.499, 8, 90, NOON.plusSeconds(10))));
        assertThat(model.nextFrame().moving()).isTrue();
        assertThat(mark("sw").x()).isEqualTo(from, within(1e-6));
        pass(Duration.ofSeconds(1));
        double to = screenX("sw");
        assertThat(mark("sw").x()).isEqualTo((from + to) / 2, within(1e-6));
        pass(Duration.ofSeconds(1));
        assertThat(mark("sw").x()).isEqualTo(to, within(1e-6));
        assertThat(model.nextFrame().moving()).isFalse();
    }

    @Test
    void cutsOverAJump() {
        fitted();
        vendors.hear(List.of(fix("sw", 37.79, -122.41, NOON.plusSeconds(10))));
        assertThat(model.nextFrame().moving()).isFalse();
        assertThat(mark("sw").x()).isEqualTo(screenX("sw"), within(1e-6));
    }

    @Test
    void standsStillForThoseWhoAskForIt() {
        fitted();
        model.reducedMotionProperty().set(true);
        vendors.hear(List.of(moving("sw", 37.7, -122.499, 8, 90, NOON.plusSeconds(10))));
        assertThat(model.nextFrame().moving()).isFalse();
        model.centre(vendor("ne"));
        assertThat(screenX("ne")).isEqualTo(500, within(1e-6));
    }

    @Test
    void selectsTheMarkUnderThePointer() {
        fitted();
        Mark mark = mark("ne");
        model.pick(mark.x() + 6, mark.y() - 5);
        assertThat(model.selectedProperty().get()).isSameAs(vendor("ne"));
        model.pick(500, 400);
        assertThat(model.selectedProperty().get()).isNull();
    }

    @Test
    void followsUntilThePan() {
        fitted();
        model.toggleFollow();
        assertThat(model.followingProperty().get()).isFalse();
        model.selectedProperty().set(vendor("ne"));
        model.toggleFollow();
        model.nextFrame();
        assertThat(mark("ne").x()).isEqualTo(500, within(1e-6));
        model.panBy(40, 0);
        assertThat(model.followingProperty().get()).isFalse();
        model.nextFrame();
        assertThat(mark("ne").x()).isEqualTo(540, within(1e-6));
    }

    @Test
    void bringsTheSelectedIntoViewOnlyIfItIsOutOfSight() {
        fitted();
        Viewport before = model.viewport();
        model.selectedProperty().set(vendor("ne"));
        settle();
        assertThat(model.viewport()).isEqualTo(before);
        model.selectedProperty().set(null);
        model.panBy(2000, 0);
        model.selectedProperty().set(vendor("ne"));
        settle();
        assertThat(screenX("ne")).isEqualTo(500, within(1e-6));
        assertThat(model.viewport().zoom()).isEqualTo(before.zoom());
    }

    @Test
    void shiftsNoFurtherThanTheSelectedNeeds() {
        fitted();
        model.coveredProperty().set(360);
        double y = model.viewport().y();
        model.panBy(900 - screenX("ne"), 0);
        model.selectedProperty().set(vendor("ne"));
        settle();
        assertThat(screenX("ne")).isEqualTo(1000 - 360 - 72, within(1e-6));
        assertThat(model.viewport().y()).isEqualTo(y);
    }

    @Test
    void centresInWhatNoPanelCovers() {
        fitted();
        model.coveredProperty().set(360);
        model.centre(vendor("ne"));
        settle();
        assertThat(screenX("ne")).isEqualTo(320, within(1e-6));
        model.fitAll();
        settle();
        assertThat(screenX("ne")).isBetween(56.0, 1000 - 360 - 55.9);
        assertThat(screenX("sw")).isBetween(55.9, 640.0);
    }

    @Test
    void gathersAtLowZoomWhatLiesTooNear() {
        hearCorners();
        vendors.hear(List.of(fix("lone", 0, 0, NOON)));
        model.readyProperty().set(true);
        MapFrame frame = model.nextFrame();
        assertThat(frame.clusters()).hasSize(1);
        assertThat(frame.clusters().getFirst().vendors()).hasSize(2);
        assertThat(frame.marks()).hasSize(1);
    }

    @Test
    void opensAClusterThatIsPicked() {
        gathersAtLowZoomWhatLiesTooNear();
        Cluster cluster = model.nextFrame().clusters().getFirst();
        model.pick(cluster.x(), cluster.y());
        settle();
        assertThat(model.nextFrame().clusters()).isEmpty();
        assertThat(model.nextFrame().marks()).hasSize(2);
    }

    @Test
    void zoomsSmoothlyRoundThePointer() {
        fitted();
        double zoom = model.viewport().zoom();
        double under = model.viewport().worldX(200);
        model.zoomBy(1, 200, 300);
        model.nextFrame();
        pass(Duration.ofMillis(80));
        model.nextFrame();
        assertThat(model.viewport().zoom()).isBetween(zoom + 0.1, zoom + 0.99);
        assertThat(model.viewport().worldX(200)).isCloseTo(under, within(1e-9));
        model.zoomBy(0.5, 200, 300);
        settle();
        assertThat(model.viewport().zoom()).isCloseTo(zoom + 1.5, within(1e-9));
        assertThat(model.viewport().worldX(200)).isCloseTo(under, within(1e-9));
    }

    @Test
    void keepsTheFollowedInTheMiddleWhileZooming() {
        fitted();
        model.selectedProperty().set(vendor("ne"));
        model.toggleFollow();
        model.nextFrame();
        model.zoomBy(1, 10, 10);
        pass(Duration.ofMillis(80));
        assertThat(mark("ne").x()).isEqualTo(500, within(1e-6));
    }

    @Test
    void fliesToCoordinatesAndNoNearerThanItWas() {
        model.goTo().wordsProperty().set("52.2297, 21.0122");
        model.goTo().submit();
        settle();
        assertThat(model.viewport().middle().lat()).isCloseTo(52.2297, within(1e-9));
        assertThat(model.viewport().zoom()).isEqualTo(15);
        model.zoomBy(2);
        settle();
        model.goTo().wordsProperty().set("52, 21");
        model.goTo().submit();
        settle();
        assertThat(model.viewport().zoom()).isEqualTo(17);
    }

    @Test
    void fillsTheMapWithABox() {
        fitted();
        double west = model.viewport().worldX(300);
        double east = model.viewport().worldX(500);
        model.zoomTo(300, 300, 500, 400);
        settle();
        assertThat(model.viewport().screenX(west)).isCloseTo(0, within(1e-6));
        assertThat(model.viewport().screenX(east)).isCloseTo(1000, within(1e-6));
    }

    @Test
    void glidesTheShortWayRoundTheEarth() {
        vendors.hear(List.of(fix("east", 0, 179.9999, NOON)));
        model.zoomBy(10, 0, 0);
        model.centre(vendor("east"));
        settle();
        vendors.hear(List.of(fix("east", 0, -179.9999, NOON.plusSeconds(2))));
        model.nextFrame();
        pass(Duration.ofSeconds(1));
        double half = mark("east").x();
        pass(Duration.ofSeconds(1));
        assertThat(Math.abs(mark("east").x() - half)).isLessThan(10);
    }

    private void hearCorners() {
        vendors.hear(List.of(fix("sw", 37.7, -122.5, NOON), fix("ne", 37.8, -122.4, NOON)));
    }

    private void fitted() {
        hearCorners();
        model.readyProperty().set(true);
        model.nextFrame();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void settle() {
        pass(Duration.ofSeconds(3));
        model.nextFrame();
        model.nextFrame();
    }

    private Mark mark(String id) {
        return model.nextFrame().marks().stream()
                .filter(mark -> mark.vendor() == vendor(id))
                .findFirst()
                .orElseThrow();
    }

    private double screenX(String id) {
        var fix = vendor(id).fix();
        assertThat(fix).isNotNull();
        return model.viewport().screenX(WebMercator.x(fix.position().lng()));
    }

    private Vendor vendor(String id) {
        return vendors.find(new VendorId(id)).orElseThrow();
    }
}
