package io.venta.desktop.fleet.filter;

import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.fix;
import static io.venta.desktop.vendor.Updates.moving;
import static io.venta.desktop.vendor.Updates.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.fleet.filter.FleetFilter.Part;
import io.venta.desktop.fleet.filter.FleetSort.By;
import io.venta.desktop.vendor.TestClock;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import io.venta.model.location.VendorId;
import io.venta.model.location.VendorRemoved;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FleetIndexTests {

    private final Vendors vendors = new Vendors(new TestClock());
    private final FleetIndex index = new FleetIndex();

    /** Moving a and b, stopped c, stale d, offline e, and f without a position. */
    @BeforeEach
    void hear() {
        vendors.hear(
                List.of(
                        moving("a", 1, 2, 4, 0, NOON.minusSeconds(3)),
                        moving("b", 1, 2, 9, 0, NOON.minusSeconds(8)),
                        moving("c", 1, 2, 0, 0, NOON.minusSeconds(1)),
                        fix("e", 1, 2, NOON.minus(Duration.ofHours(2))),
                        profile("f", "f", "Bus"),
                        profile("b", "b", "Bus"),
                        profile("a", "a", "ambulance")));
        vendors.hear(List.of(fix("d", 1, 2, NOON.minus(Duration.ofHours(1)))));
        Map<String, PresenceStatus> present =
                Map.of(
                        "a",
                        PresenceStatus.BUSY,
                        "c",
                        PresenceStatus.ONLINE,
                        "e",
                        PresenceStatus.OFFLINE);
        vendors.present(
                id -> {
                    PresenceStatus status = present.get(id.value());
                    return status == null
                            ? null
                            : new PresenceEntry(
                                    PresenceKind.VENDOR, id.value(), status, List.of(), null, null);
                });
        vendors.alert(Set.of(new VendorId("d")));
    }

    @Test
    void sortsByWhatIsShownAndPutsTheUnknownLastEitherWay() {
        assertThat(sorted(By.SPEED, true)).isEqualTo("bacdef");
        assertThat(sorted(By.SPEED, false)).isEqualTo("cabdef");
        assertThat(sorted(By.AGE, false)).isEqualTo("cabdef");
        assertThat(sorted(By.AGE, true)).isEqualTo("edbacf");
        assertThat(sorted(By.TYPE, false)).isEqualTo("abfcde");
        assertThat(sorted(By.TYPE, true)).isEqualTo("bfacde");
        assertThat(sorted(By.PRESENCE, false)).isEqualTo("caebdf");
        assertThat(sorted(By.NAME, true)).isEqualTo("fedcba");
    }

    @Test
    void putsTheAlertedOnTopOfAllStates() {
        assertThat(sorted(By.STATE, false)).isEqualTo("dabcef");
    }

    @Test
    void turnsTheSameColumnRoundAndBeginsWithTheFastest() {
        FleetSort name = FleetSort.BY_NAME;
        assertThat(name.picked(By.NAME)).isEqualTo(new FleetSort(By.NAME, true));
        assertThat(name.picked(By.SPEED)).isEqualTo(new FleetSort(By.SPEED, true));
        assertThat(name.picked(By.AGE)).isEqualTo(new FleetSort(By.AGE, false));
    }

    @Test
    void filtersByStatesAndPresenceTogether() {
        FleetFilter moving =
                new FleetFilter(
                        "", Set.of(StateFilter.MOVING, StateFilter.ALERTED), PresenceFilter.ANY);
        assertThat(names(moving)).isEqualTo("abd");
        assertThat(names(new FleetFilter("", moving.states(), PresenceFilter.CONNECTED)))
                .isEqualTo("a");
        assertThat(names(new FleetFilter("", Set.of(), PresenceFilter.NOT_CONNECTED)))
                .isEqualTo("e");
        assertThat(names(new FleetFilter("BUS", Set.of(StateFilter.UNLOCATED), PresenceFilter.ANY)))
                .isEqualTo("f");
    }

    @Test
    void countsEachStateOfThoseWhoFitTheRest() {
        FleetFilter stopped = new FleetFilter("", Set.of(StateFilter.STOPPED), PresenceFilter.ANY);
        index.refresh(vendors.all());
        assertThat(index.counts(stopped))
                .containsEntry(StateFilter.MOVING, 2)
                .containsEntry(StateFilter.STOPPED, 1)
                .containsEntry(StateFilter.STALE, 2)
                .containsEntry(StateFilter.OFFLINE, 0)
                .containsEntry(StateFilter.ALERTED, 1)
                .containsEntry(StateFilter.UNLOCATED, 1);
        assertThat(index.counts(new FleetFilter("bus", Set.of(), PresenceFilter.ANY)))
                .containsEntry(StateFilter.MOVING, 1)
                .containsEntry(StateFilter.STOPPED, 0);
    }

    @Test
    void forgetsWhoIsGoneAndFindsTheRenamed() {
        assertThat(names(FleetFilter.NONE)).isEqualTo("abcdef");
        vendors.hear(List.of(new VendorRemoved(new VendorId("c")), profile("d", "żebra", "Cart")));
        assertThat(names(FleetFilter.NONE)).isEqualTo("abefżebra");
        assertThat(names(new FleetFilter("zebra cart", Set.of(), PresenceFilter.ANY)))
                .isEqualTo("żebra");
    }

    @Test
    void saysWhatAFilterIsMadeOf() {
        FleetFilter all =
                new FleetFilter(" x ", Set.of(StateFilter.STALE), PresenceFilter.CONNECTED);
        assertThat(all.parts()).containsExactly(Part.STATES, Part.PRESENCE, Part.TEXT);
        assertThat(all.without(Part.TEXT).without(Part.STATES).without(Part.PRESENCE))
                .isEqualTo(FleetFilter.NONE);
    }

    private String sorted(By by, boolean descending) {
        index.refresh(vendors.all());
        return joined(index.arrange(FleetFilter.NONE, new FleetSort(by, descending)));
    }

    private String names(FleetFilter filter) {
        index.refresh(vendors.all());
        return joined(index.arrange(filter, FleetSort.BY_NAME));
    }

    private static String joined(List<Vendor> rows) {
        return String.join("", rows.stream().map(Vendor::name).toList());
    }
}
