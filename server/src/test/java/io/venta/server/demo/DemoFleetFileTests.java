package io.venta.server.demo;

import static io.venta.server.demo.Metres.metresBetween;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.location.GeoPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoFleetFileTests {

    private static final Instant START = Instant.parse("2026-03-14T09:26:53Z");

    private final List<DemoVendor> vendors = DemoFleetFile.vendors();

    @Test
    void hasFortyVendorsWithIdsAndNamesOfTheirOwn() {
        assertThat(vendors).hasSize(40);
        assertThat(vendors).extracting(DemoVendor::id).doesNotHaveDuplicates();
        assertThat(vendors).extracting(DemoVendor::name).doesNotHaveDuplicates();
        assertThat(vendors).allSatisfy(v -> assertThat(v.id().value()).startsWith("demo-"));
    }

    @Test
    void hasNamesThatAreHardToShow() {
        assertThat(vendors)
                .extracting(DemoVendor::name)
                .allMatch(name -> name.length() <= 71)
                .anyMatch(name -> name.length() == 71)
                .anyMatch(name -> name.contains("'"))
                .anyMatch(name -> name.chars().anyMatch(c -> c > 0x1000));
    }

    @Test
    void hasEveryKindOfVendor() {
        assertThat(vendors).filteredOn(v -> v.movement() instanceof Tour).hasSize(31);
        assertThat(vendors).filteredOn(v -> v.movement() instanceof Parked).hasSize(9);
        assertThat(vendors).filteredOn(v -> !v.open()).hasSize(3);
        assertThat(vendors).filteredOn(DemoVendor::silent).hasSize(2);
    }

    @Test
    void usesEveryRoute() {
        assertThat(DemoFleetFile.routes()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(DemoFleetFile.routes())
                .allSatisfy(route -> assertThat(vendors).anyMatch(v -> isOn(v, route)));
    }

    @Test
    void staysInSanFrancisco() {
        assertThat(DemoFleetFile.routes())
                .flatExtracting(Route::legs)
                .extracting(Leg::from)
                .allSatisfy(
                        point -> {
                            assertThat(point.lat()).isBetween(37.733, 37.810);
                            assertThat(point.lng()).isBetween(-122.512, -122.387);
                        });
    }

    @Test
    void staysOnTheLandOfTheBaseMap() {
        var baseMap = BaseMap.read();
        assertThat(baseMap.isLand(new GeoPosition(37.8085, -122.3700))).isFalse();
        assertThat(DemoFleetFile.routes())
                .flatExtracting(Route::legs)
                .allSatisfy(
                        leg -> {
                            for (double metres = 0; metres < leg.length(); metres += 100) {
                                assertThat(baseMap.isLand(leg.at(metres))).isTrue();
                            }
                        });
        assertThat(vendors).allMatch(v -> baseMap.isLand(v.movement().at(START).position()));
    }

    @Test
    void neverPutsTwoVendorsAtOnePlaceForLong() {
        Map<String, Integer> together = new HashMap<>();
        for (int minute = 0; minute < 60; minute++) {
            var now = START.plus(Duration.ofMinutes(minute));
            var places = vendors.stream().map(v -> v.movement().at(now).position()).toList();
            for (int i = 0; i < places.size(); i++) {
                for (int j = i + 1; j < places.size(); j++) {
                    if (metresBetween(places.get(i), places.get(j)) < 10) {
                        together.merge(i + " and " + j, 1, Integer::sum);
                    }
                }
            }
        }
        assertThat(together.values()).allMatch(minutes -> minutes <= 8);
    }

    @Test
    void hasMostOnTheMoveAndSomeAtAStopAtAnyTime() {
        for (int minute = 0; minute < 120; minute++) {
            var now = START.plus(Duration.ofMinutes(minute));
            assertThat(vendors.stream().filter(v -> v.movement().at(now).moving()).count())
                    .isBetween(15L, 31L);
        }
    }

    private static boolean isOn(DemoVendor vendor, Route route) {
        var position = vendor.movement().at(START).position();
        return route.legs().stream().anyMatch(leg -> metresBetween(position, leg) < 0.5);
    }
}
