package io.venta.desktop.map;

import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.fix;
import static io.venta.desktop.vendor.Updates.moving;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.location.VendorId;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceStatus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class MarksIntegrationTests extends MapOnScreen {

    @Test
    void marksEachStateByShapeAndColour() {
        interact(
                () -> {
                    vendors.hear(
                            List.of(
                                    fix("gone", LAT, 0.02, NOON),
                                    fix("stale", LAT, 0.04, NOON),
                                    fix("stopped", LAT, 0.06, NOON),
                                    moving("mover", LAT, 0.08, 10, 90, NOON)));
                    vendors.present(id -> id.value().equals("gone") ? offline(id) : null);
                    clock.advance(Duration.ofMinutes(30));
                    vendors.hear(
                            List.of(
                                    fix("stopped", LAT, 0.06, clock.instant()),
                                    moving("mover", LAT, 0.08, 10, 90, clock.instant())));
                    vendors.tick();
                    clock.advance(Duration.ofSeconds(4));
                    vendors.tick();
                    look(0.05, 13);
                });
        WritableImage shot = shot();
        assertColour(shot, x(0.06), y(), STOPPED);
        assertColour(shot, x(0.08), y(), MOVING);
        assertColour(shot, x(0.08) + 7, y(), MOVING);
        assertColour(shot, x(0.08) - 8, y(), WATER);
        assertThat(count(shot, x(0.02), OFFLINE, 10)).isGreaterThan(10);
        assertColour(shot, x(0.02), y(), WATER);
        assertThat(count(shot, x(0.04), STALE, 12)).isGreaterThan(10);
        assertThat(shot.getPixelReader().getColor((int) x(0.04), (int) y()).getRed())
                .as("half of the colour lets the water through")
                .isBetween(STALE.getRed() + 0.02, WATER.getRed());
    }

    @Test
    void fadesTheStaleAsTimePasses() {
        interact(
                () -> {
                    vendors.hear(List.of(fix("stale", LAT, 0.04, NOON)));
                    look(0.04, 13);
                });
        double recent = strengthAtAge(Duration.ofMinutes(5));
        double older = strengthAtAge(Duration.ofMinutes(30));
        double old = strengthAtAge(Duration.ofHours(2));
        assertThat(recent).isGreaterThan(older + 0.1);
        assertThat(older).isGreaterThan(old + 0.1);
        assertThat(old).as("there is something left of it").isGreaterThan(0.02);
        interact(() -> vendors.hear(List.of(fix("stale", LAT, 0.04, clock.instant()))));
        pass(Duration.ofSeconds(4));
        assertColour(shot(), x(0.04), y(), STOPPED);
    }

    /** How far its disc is from plain water; its ring has to be seen well at any age. */
    private double strengthAtAge(Duration age) {
        pass(Duration.between(clock.instant(), NOON.plus(age)));
        WritableImage shot = shot();
        assertThat(count(shot, x(0.04), STALE, 12)).as("the ring after %s", age).isGreaterThan(10);
        return distance(shot.getPixelReader().getColor((int) x(0.04), (int) y()), WATER);
    }

    /** Nothing but time. */
    private void pass(Duration time) {
        interact(
                () -> {
                    clock.advance(time.minusSeconds(4));
                    vendors.tick();
                    clock.advance(Duration.ofSeconds(4));
                    vendors.tick();
                });
    }

    @Test
    void showsAnAlertAloneAndInACluster() {
        interact(
                () -> {
                    vendors.hear(
                            List.of(
                                    fix("calm", LAT, 0.02, NOON),
                                    fix("alarmed", LAT, 0.06, NOON),
                                    fix("beside", LAT, 0.0601, NOON)));
                    look(0.04, 13);
                });
        assertThat(count(shot(), x(0.06), ALERT, 16)).isZero();
        interact(() -> vendors.alert(Set.of(new VendorId("alarmed"))));
        interact(view::repaint);
        WritableImage near = shot();
        assertThat(count(near, x(0.06), ALERT, 16)).isGreaterThan(40);
        assertThat(count(near, x(0.02), ALERT, 16)).isZero();
        interact(() -> look(0.04, 10));
        WritableImage far = shot();
        assertThat(model.nextFrame().clusters()).hasSize(1);
        assertThat(count(far, x(0.05), ALERT, 30)).isGreaterThan(60);
    }

    @Test
    void countsAClusterAndPartsItsRingByState() {
        interact(
                () -> {
                    vendors.hear(
                            List.of(
                                    fix("a", LAT, 0.05, NOON),
                                    moving("b", LAT, 0.05, 10, 0, NOON)));
                    look(0.05, 9);
                });
        WritableImage shot = shot();
        double radius = model.nextFrame().clusters().getFirst().radius();
        assertThat(radius).isGreaterThan(13);
        Color right = shot.getPixelReader().getColor((int) (x(0.05) + radius), (int) y());
        Color left = shot.getPixelReader().getColor((int) (x(0.05) - radius), (int) y());
        assertThat(List.of(right, left)).satisfiesExactlyInAnyOrder(near(STOPPED), near(MOVING));
        assertThat(count(shot, x(0.05), Color.web("#24292F"), 8)).as("the count").isGreaterThan(4);
    }

    private static PresenceEntry offline(VendorId id) {
        return new PresenceEntry(
                PresenceKind.VENDOR, id.value(), PresenceStatus.OFFLINE, List.of(), NOON, null);
    }
}
