package io.venta.desktop.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.alert.AlertViewModel.Part;
import io.venta.desktop.alert.rule.RuleKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the drawer shows while somebody points at it. */
class SteadyListTests {

    private final WatchedFleet fleet = WatchedFleet.upToDate();
    private final AlertViewModel model = fleet.model;
    private final SteadyList shown = model.shown();

    @BeforeEach
    void raiseTwo() {
        fleet.rule(RuleKind.SPEED, 60);
        raise("v1", "v2");
        model.toggle();
        shown.heldProperty().set(true);
    }

    @Test
    void keepsEachRowInItsPlaceUntilNobodyPointsAtIt() {
        List<Alert> before = List.copyOf(shown.items());
        raise("v3");
        raise("v4", "v5");
        assertThat(shown.items()).isEqualTo(before);
        assertThat(shown.waitingProperty().get()).isEqualTo(3);
        shown.heldProperty().set(false);
        assertThat(shown.items()).isEqualTo(model.alerts()).hasSize(5);
        assertThat(shown.waitingProperty().get()).isZero();
    }

    @Test
    void keepsTheRowOfWhatIsSettledToo() {
        List<Alert> before = List.copyOf(shown.items());
        model.acknowledge(List.of(before.getFirst()));
        settle(before.getFirst());
        assertThat(model.alerts()).hasSize(1);
        assertThat(shown.items()).isEqualTo(before);
        shown.catchUp();
        assertThat(shown.items()).containsExactly(before.getLast());
    }

    @Test
    void holdsNothingWhereThereIsNothing() {
        model.acknowledgeAll();
        List.copyOf(model.alerts()).forEach(this::settle);
        shown.catchUp();
        assertThat(shown.items()).isEmpty();
        raise("v3");
        assertThat(shown.items()).hasSize(1);
    }

    @Test
    void acknowledgesAndCountsAsSeenOnlyWhatWasShown() {
        raise("v3");
        model.acknowledgeAll();
        assertThat(model.unacknowledgedProperty().get()).isEqualTo(1);
        Alert waiting = model.alerts().getFirst();
        settle(waiting);
        model.toggle();
        assertThat(model.alerts()).contains(waiting);
        model.toggle();
        model.toggle();
        assertThat(model.alerts()).doesNotContain(waiting);
    }

    @Test
    void opensAtWhatWasTold() {
        model.toggle();
        List<Announcement> told = new ArrayList<>();
        model.onToast(told::add);
        raise("v3", "v4");
        Announcement announcement = told.getFirst();
        model.show(announcement);
        assertThat(model.openProperty().get()).isTrue();
        assertThat(model.partProperty().get()).isEqualTo(Part.OPEN);
        assertThat(model.pickedProperty().get()).isSameAs(announcement.about().getFirst());

        model.acknowledge(announcement.about());
        announcement.about().forEach(this::settle);
        model.show(announcement);
        assertThat(model.partProperty().get()).as("it is over").isEqualTo(Part.LOG);
        assertThat(model.pickedProperty().get()).isSameAs(announcement.about().getFirst());
    }

    private void raise(String... ids) {
        for (String id : ids) {
            fleet.fix(id, 52, 100);
        }
        fleet.pass(6);
    }

    private void settle(Alert alert) {
        fleet.fix(alert.vendor().id().value(), 52, 10);
        fleet.pass(6);
    }
}
