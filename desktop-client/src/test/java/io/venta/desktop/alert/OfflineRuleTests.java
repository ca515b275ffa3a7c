package io.venta.desktop.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.alert.rule.RuleKind;
import io.venta.model.location.VendorId;
import io.venta.model.location.VendorRemoved;
import io.venta.model.presence.PresenceStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfflineRuleTests {

    private final WatchedFleet fleet = WatchedFleet.upToDate();

    @BeforeEach
    void watch() {
        fleet.rule(RuleKind.OFFLINE, 5);
        fleet.connected("v1");
        fleet.fix("v1", 52, 0);
        fleet.pass(10);
        fleet.fix("v1", 52, 0);
        fleet.pass(1);
    }

    @Test
    void beginsWhenNothingCameForSoLongAndEndsWhenItIsBack() {
        fleet.disconnected("v1");
        fleet.pass(299);
        assertThat(fleet.holding()).isEmpty();
        fleet.pass(2);
        assertThat(fleet.holding()).containsExactly("v1");
        fleet.pass(600);
        fleet.connected("v1");
        fleet.pass(4);
        assertThat(fleet.holding()).as("not for a blink").containsExactly("v1");
        fleet.pass(2);
        assertThat(fleet.holding()).isEmpty();
        Alert over = fleet.entries().getFirst();
        assertThat(over.duration(fleet.clock.instant())).isEqualTo(Duration.ofSeconds(607));
        assertThat(fleet.entries()).hasSize(1);
    }

    @Test
    void countsAnewWheneverItShowsUp() {
        fleet.disconnected("v1");
        fleet.pass(290);
        fleet.connected("v1");
        fleet.pass(1);
        fleet.disconnected("v1");
        fleet.pass(290);
        fleet.fix("v1", 52, 0);
        fleet.pass(299);
        assertThat(fleet.holding()).isEmpty();
        fleet.pass(2);
        assertThat(fleet.holding()).containsExactly("v1");
    }

    @Test
    void doesNotMissWhosePositionComesFromElsewhere() {
        fleet.disconnected("v1");
        for (int i = 0; i < 40; i++) {
            fleet.fix("v1", 52, 0);
            fleet.pass(15);
        }
        assertThat(fleet.entries()).isEmpty();
    }

    @Test
    void doesNotMissWhoIsConnectedWithAnOldPosition() {
        fleet.pass(3_600);
        assertThat(fleet.entries()).isEmpty();
    }

    @Test
    void doesNotMissWhoNeverWasHere() {
        fleet.named("planned", "Planned", "Truck");
        fleet.present("planned", PresenceStatus.OFFLINE, null, null);
        fleet.pass(3_600);
        assertThat(fleet.entries()).isEmpty();
        fleet.present("planned", PresenceStatus.OFFLINE, fleet.clock.instant(), null);
        fleet.pass(1);
        assertThat(fleet.holding()).containsExactly("Planned");
    }

    @Test
    void beginsNothingWhileNobodyKnowsAndKeepsWhatHolds() {
        fleet.presenceUnknown("v1");
        fleet.pass(3_600);
        assertThat(fleet.entries()).isEmpty();
        fleet.disconnected("v1");
        fleet.pass(299);
        assertThat(fleet.entries()).as("from when it is known").isEmpty();
        fleet.pass(2);
        assertThat(fleet.holding()).containsExactly("v1");
        fleet.presenceUnknown("v1");
        fleet.pass(60);
        assertThat(fleet.holding()).containsExactly("v1");
    }

    @Test
    void takesNoWordFromANodeThatSeesNoOthers() {
        fleet.present("v1", PresenceStatus.OFFLINE, fleet.clock.instant(), true);
        fleet.pass(3_600);
        assertThat(fleet.entries()).isEmpty();
    }

    @Test
    void raisesNothingForAServerThatWasAway() {
        for (int i = 0; i < 100; i++) {
            fleet.connected("w" + i);
            fleet.fix("w" + i, 52, 0);
        }
        fleet.pass(1);
        fleet.lost();
        fleet.pass(600);
        for (int i = 0; i < 100; i++) {
            fleet.disconnected("w" + i);
        }
        fleet.back();
        fleet.pass(120);
        for (int i = 0; i < 99; i++) {
            fleet.connected("w" + i);
        }
        fleet.pass(240);
        assertThat(fleet.holding()).as("who did not come back").containsExactly("w99");
    }

    @Test
    void countsOnWhereItWasBeforeTheServerWasAway() {
        fleet.disconnected("v1");
        fleet.pass(200);
        fleet.lost();
        fleet.pass(3_600);
        fleet.back();
        fleet.pass(11);
        assertThat(fleet.entries()).isEmpty();
        fleet.pass(101);
        assertThat(fleet.holding()).containsExactly("v1");
    }

    @Test
    void doesNotCountWhileTheComputerSleeps() {
        fleet.disconnected("v1");
        fleet.pass(100);
        fleet.clock.advance(Duration.ofHours(8));
        fleet.pass(150);
        assertThat(fleet.entries()).isEmpty();
        fleet.clock.advance(Duration.ofSeconds(-30));
        fleet.pass(50);
        assertThat(fleet.entries()).isEmpty();
        fleet.pass(60);
        assertThat(fleet.holding()).containsExactly("v1");
    }

    @Test
    void countsFromTheSignInForWhoWasAwayBefore() {
        WatchedFleet fresh = new WatchedFleet();
        fresh.rule(RuleKind.OFFLINE, 5);
        fresh.fix("old", 52, 0);
        fresh.disconnected("old");
        fresh.clock.advance(Duration.ofHours(11));
        fresh.back();
        fresh.pass(1_000);
        assertThat(fresh.entries()).as("the first state has not come").isEmpty();
        fresh.vendors.caughtUp(java.util.Set.of(new VendorId("old")), java.util.Set.of());
        fresh.pass(300);
        assertThat(fresh.entries()).isEmpty();
        fresh.pass(12);
        assertThat(fresh.holding()).containsExactly("old");
    }

    @Test
    void endsForWhoIsRemoved() {
        fleet.disconnected("v1");
        fleet.pass(301);
        assertThat(fleet.vendor("v1").alertedProperty().get()).isTrue();
        fleet.lost();
        fleet.vendors.hear(List.of(new VendorRemoved(new VendorId("v1"))));
        fleet.pass(1);
        assertThat(fleet.holding()).isEmpty();
        assertThat(fleet.entries()).hasSize(1);
    }
}
