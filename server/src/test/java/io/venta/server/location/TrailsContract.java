package io.venta.server.location;

import static io.venta.server.location.TestFixes.at;
import static io.venta.server.location.TestFixes.fix;
import static io.venta.server.location.TestFixes.fixes;
import static io.venta.server.location.TestFixes.point;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.TrailPoint;
import io.venta.model.location.VendorId;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of trails does. Each test begins with an empty one. */
interface TrailsContract {

    VendorId V1 = new VendorId("v1");
    VendorId V2 = new VendorId("v2");

    /** With {@link TestFixes#SETTINGS}. */
    Trails trails();

    /** The store's. */
    SettableClock clock();

    @Test
    default void findsWhatItWasGivenToTheNanosecondAndTheCentimetre() {
        var moment = at(0).plusNanos(123_456_789);
        var somewhere = new GeoPosition(-89.12345674, 179.99999996);
        trails().add(List.of(new LocationUpdate(V1, somewhere, 3.0, 359.96, 999.999, moment)));
        trails().add(
                        List.of(
                                new LocationUpdate(
                                        V2, new GeoPosition(90, -180), null, null, null, moment)));

        assertThat(all(V1))
                .containsExactly(
                        new TrailPoint(new GeoPosition(-89.1234567, 180), 360.0, 1000.0, moment));
        assertThat(all(V2))
                .containsExactly(new TrailPoint(new GeoPosition(90, -180), null, null, moment));
    }

    @Test
    default void findsNothingWhereNothingIs() {
        assertThat(all(V1)).isEmpty();
        assertThat(trails().add(List.of())).isZero();
    }

    @Test
    default void keepsTheFirstFixOfEachSlot() {
        assertThat(trails().add(fixes("v1", 2, 17))).isEqualTo(4);

        assertThat(all(V1)).containsExactly(point(2), point(5), point(10), point(15));
    }

    @Test
    default void takesNothingOlderOrOfTheSameSlot() {
        trails().add(List.of(fix("v1", 5)));

        assertThat(trails().add(List.of(fix("v1", 5)))).isZero();
        assertThat(trails().add(List.of(fix("v1", 4.999)))).isZero();
        assertThat(trails().add(List.of(fix("v1", 9.999)))).isZero();
        assertThat(trails().add(List.of(fix("v1", 10)))).isEqualTo(1);
        assertThat(all(V1)).containsExactly(point(5), point(10));
    }

    @Test
    default void keepsVendorsApart() {
        trails().add(List.of(fix("v1", 5), fix("v2", 1), fix("v1", 10), fix("v2", 6)));

        assertThat(all(V1)).containsExactly(point(5), point(10));
        assertThat(all(V2)).containsExactly(point(1), point(6));
    }

    @Test
    default void findsFromAMomentOn() {
        trails().add(List.of(fix("v1", 0), fix("v1", 5.5), fix("v1", 10)));

        assertThat(trails().find(V1, at(5.5))).containsExactly(point(5.5), point(10));
        assertThat(trails().find(V1, at(5.5).plusNanos(1))).containsExactly(point(10));
        assertThat(trails().find(V1, at(11))).isEmpty();
        assertThat(trails().find(V1, Instant.MAX)).isEmpty();
        assertThat(trails().find(V1, Instant.MIN)).hasSize(3);
    }

    @Test
    default void reachesBackAsFarAsTheSettingsSay() {
        for (int i = 0; i < 3 * 720; i++) {
            clock().set(at(i * 5));
            trails().add(List.of(fix("v1", i * 5)));
        }

        assertThat(all(V1)).hasSize(721).startsWith(point(1439 * 5)).endsWith(point(2159 * 5));
        clock().advance(Duration.ofMinutes(59));
        assertThat(all(V1)).hasSize(13);
        clock().advance(Duration.ofMinutes(2));
        assertThat(all(V1)).isEmpty();
    }

    @Test
    default void removesWhatIsNotNewerAndLetsNoneOfItInAgain() {
        trails().add(List.of(fix("v1", 0), fix("v1", 5), fix("v1", 10), fix("v2", 0)));

        trails().remove(V1, at(5));
        assertThat(all(V1)).containsExactly(point(10));
        trails().remove(V1, at(12));
        trails().remove(V1, at(12));
        trails().add(List.of(fix("v1", 11), fix("v1", 12)));
        assertThat(all(V1)).isEmpty();

        trails().add(List.of(fix("v1", 15)));
        assertThat(all(V1)).containsExactly(point(15));
        assertThat(all(V2)).containsExactly(point(0));
    }

    @Test
    default void letsNothingInThatWasRemovedBeforeItCame() {
        trails().remove(V1, at(5));

        assertThat(trails().add(List.of(fix("v1", 4), fix("v1", 5)))).isZero();
        assertThat(all(V1)).isEmpty();
        assertThat(trails().add(List.of(fix("v1", 10)))).isEqualTo(1);
        assertThat(all(V1)).containsExactly(point(10));
    }

    @Test
    default void addsManyOfManyVendorsAtOnce() {
        var many =
                IntStream.range(0, 3_000)
                        .mapToObj(i -> fix("v" + i % 1_500, i < 1_500 ? 0 : 7))
                        .toList();

        assertThat(trails().add(many)).isEqualTo(3_000);

        assertThat(trails().find(new VendorId("v1499"), at(0))).containsExactly(point(0), point(7));
    }

    /** As nodes do that hear the same, each at its own pace. */
    @Test
    default void hasOnePointOfEachSlotWhoeverWritesAtOnce() {
        IntStream.range(0, 8)
                .parallel()
                .forEach(
                        node ->
                                IntStream.range(0, 60)
                                        .forEach(i -> trails().add(List.of(fix("v1", i)))));

        assertThat(all(V1)).hasSize(12).isSortedAccordingTo(TrailsContract::byTime);
        assertThat(all(V1))
                .extracting(at -> TestFixes.SETTINGS.slot(at.timestamp()))
                .doesNotHaveDuplicates();
    }

    @Test
    default void addsWhatAModelAddsInWhateverOrderFixesCome() {
        var random = new Random(7);
        var last = new HashMap<VendorId, Long>();
        var expected = new HashMap<VendorId, List<TrailPoint>>();
        for (int i = 0; i < 300; i++) {
            var seconds = Math.max(0, i / 2.0 + random.nextInt(-20, 20));
            var fix = fix("v" + random.nextInt(3), seconds);
            var slot = TestFixes.SETTINGS.slot(fix.timestamp());
            var isLater = slot > last.getOrDefault(fix.vendorId(), -1L);

            assertThat(trails().add(List.of(fix))).isEqualTo(isLater ? 1 : 0);
            if (isLater) {
                last.put(fix.vendorId(), slot);
                expected.computeIfAbsent(fix.vendorId(), _ -> new ArrayList<>())
                        .add(point(seconds));
            }
        }
        assertThat(expected)
                .allSatisfy((vendor, points) -> assertThat(all(vendor)).isEqualTo(points));
    }

    private List<TrailPoint> all(VendorId vendor) {
        return trails().find(vendor, Instant.EPOCH);
    }

    private static int byTime(TrailPoint a, TrailPoint b) {
        return a.timestamp().compareTo(b.timestamp());
    }
}
