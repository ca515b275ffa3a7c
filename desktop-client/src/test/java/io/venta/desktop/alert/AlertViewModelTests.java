package io.venta.desktop.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.alert.rule.Audience;
import io.venta.desktop.alert.rule.Rule;
import io.venta.desktop.alert.rule.RuleKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertViewModelTests {

    private final WatchedFleet fleet = WatchedFleet.upToDate();
    private final AlertViewModel model = fleet.model;
    private final List<Announcement> toasts = new ArrayList<>();
    private final List<Announcement> notices = new ArrayList<>();
    private final AtomicInteger sounds = new AtomicInteger();

    @BeforeEach
    void listen() {
        model.onToast(toasts::add);
        model.onNotice(notices::add);
        model.onAlarm(sounds::incrementAndGet);
    }

    @Test
    void tellsOneByItsNameAndManyInOneWord() {
        fleet.rule(RuleKind.SPEED, 60);
        speed(1);
        fleet.pass(6);
        assertThat(toasts).extracting(Announcement::title).containsExactly("v0");
        assertThat(toasts.getFirst().words()).isEqualTo("Faster than 60\u2009km/h");
        speed(38);
        fleet.pass(6);
        assertThat(toasts).hasSize(2);
        assertThat(toasts.getLast().title()).isEqualTo("37 vendors too fast");
        assertThat(toasts.getLast().words()).endsWith(" and 34 more");
    }

    @Test
    void countsEachKindOfThoseThatBeginTogether() {
        fleet.rule(RuleKind.SPEED, 60);
        fleet.rule(RuleKind.OFFLINE, 2);
        fleet.fix("gone", 52, 0);
        fleet.disconnected("gone");
        fleet.pass(115);
        speed(2);
        fleet.pass(10);
        assertThat(toasts.getLast().title()).isEqualTo("3 alerts");
        assertThat(toasts.getLast().words()).isEqualTo("2 vendors too fast, 1 vendor offline");
        assertThat(toasts.getLast().about()).hasSize(3);
    }

    @Test
    void soundsOnceInAWhileUnlessMuted() {
        fleet.rule(RuleKind.SPEED, 60);
        for (int i = 1; i <= 10; i++) {
            speed(i);
            fleet.pass(1);
        }
        fleet.pass(6);
        assertThat(sounds).hasValue(1);
        assertThat(toasts).as("in heaps").hasSize(3);
        model.mutedProperty().set(true);
        fleet.pass(20);
        speed(11);
        fleet.pass(6);
        assertThat(sounds).hasValue(1);
    }

    @Test
    void leavesTellingToTheDrawerOrTheSystem() {
        fleet.rule(RuleKind.SPEED, 60);
        model.inFrontProperty().set(false);
        model.openProperty().set(true);
        speed(1);
        fleet.pass(6);
        assertThat(toasts).isEmpty();
        assertThat(notices).hasSize(1);
        model.bySystemProperty().set(false);
        speed(2);
        fleet.pass(6);
        assertThat(notices).hasSize(1);
    }

    @Test
    void isAcknowledgedByWhoIsSignedIn() {
        fleet.rule(RuleKind.SPEED, 60);
        speed(2);
        fleet.pass(6);
        assertThat(model.unacknowledgedProperty().get()).isEqualTo(2);
        Alert first = model.alerts().getFirst();
        model.acknowledge(List.of(first));
        assertThat(first.acknowledgement())
                .isEqualTo(new Alert.Acknowledgement("ann", fleet.clock.instant()));
        assertThat(first.vendor().alertedProperty().get()).isFalse();
        assertThat(model.unacknowledgedProperty().get()).isEqualTo(1);
        assertThat(model.alerts()).as("it still holds").hasSize(2);
        slow(2);
        fleet.pass(6);
        assertThat(model.alerts()).as("over, and nobody said so").hasSize(1).doesNotContain(first);
        assertThat(model.unacknowledgedProperty().get()).isEqualTo(1);
        assertThat(fleet.vendor("v0").alertedProperty().get()).isFalse();
        model.acknowledgeAll();
        assertThat(model.alerts()).isEmpty();
        assertThat(model.entries()).hasSize(2).allMatch(Alert::isAcknowledged);
    }

    @Test
    void keepsWhatIsOverUntilTheDrawerWasLookedAt() {
        fleet.rule(RuleKind.SPEED, 60);
        speed(1);
        fleet.pass(6);
        slow(1);
        fleet.pass(6);
        model.toggle();
        assertThat(model.alerts()).hasSize(1);
        model.toggle();
        assertThat(model.alerts()).isEmpty();
        assertThat(model.unacknowledgedProperty().get()).isZero();
        assertThat(model.entries().getFirst().isAcknowledged()).isFalse();
    }

    @Test
    void endsWithItsRuleAndGoesOnUnderAnotherName() {
        Rule rule = fleet.rule(RuleKind.SPEED, 60);
        speed(1);
        fleet.pass(6);
        model.rules().put(new Rule(rule.id(), "Racing", RuleKind.SPEED, 60, rule.audience(), true));
        fleet.pass(1);
        assertThat(fleet.holding()).hasSize(1);
        model.rules().put(rule.enabled(false));
        fleet.pass(1);
        assertThat(fleet.holding()).isEmpty();
        model.rules().put(rule);
        speed(1);
        fleet.pass(6);
        assertThat(model.entries()).hasSize(2);
        fleet.lost();
        model.rules().delete(rule);
        fleet.pass(1);
        assertThat(fleet.holding()).as("even while nothing is heard").isEmpty();
    }

    @Test
    void isAboutThoseWhoFitOnly() {
        fleet.rule(RuleKind.SPEED, 60, new Audience(Audience.Type.MATCHING, "TRUCK caf"));
        fleet.rule(RuleKind.SPEED, 60, new Audience(Audience.Type.ONE, "v1"));
        fleet.named("v0", "Café Nord", "Truck");
        speed(3);
        fleet.pass(6);
        assertThat(fleet.holding()).containsExactlyInAnyOrder("v1", "Café Nord");
        fleet.named("v0", "Pizza", "Cart");
        fleet.pass(1);
        assertThat(fleet.holding()).containsExactly("v1");
        fleet.named("v2", "Truck of Café Süd", "");
        fleet.pass(6);
        assertThat(fleet.holding()).containsExactly("Truck of Café Süd", "v1");
    }

    @Test
    void keepsTheLastOfALongSession() {
        fleet.rule(RuleKind.SPEED, 60);
        speed(AlertLog.MOST + 20);
        fleet.pass(6);
        assertThat(model.entries()).hasSize(AlertLog.MOST);
        assertThat(model.alerts()).hasSize(AlertLog.MOST + 20);
    }

    /** Whatever happens: one alert for a rule and a vendor, and none begins unwatched. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void neverDoublesNorBeginsUnwatched(long seed) {
        Random random = new Random(seed);
        fleet.rule(RuleKind.SPEED, 60);
        fleet.rule(RuleKind.STOPPED, 1);
        fleet.rule(RuleKind.OFFLINE, 2);
        int watchedFor = 11;
        for (int second = 0; second < 3_000; second++) {
            if (random.nextInt(150) == 0) {
                boolean lost = !model.outOfDateProperty().get();
                model.outOfDateProperty().set(lost);
                watchedFor = 0;
            }
            happens(random);
            int before = model.entries().size();
            fleet.pass(1);
            watchedFor += model.outOfDateProperty().get() ? 0 : 1;
            if (watchedFor <= 10) {
                assertThat(model.entries()).hasSize(before);
            }
            Set<String> holding = new HashSet<>();
            model.alerts().stream()
                    .filter(Alert::holds)
                    .map(alert -> alert.rule().id() + alert.vendor())
                    .forEach(key -> assertThat(holding.add(key)).as(key).isTrue());
        }
        assertThat(model.entries()).hasSizeGreaterThan(5);
        assertThat(toasts.size()).isLessThanOrEqualTo(model.entries().size());
    }

    private void happens(Random random) {
        String id = "v" + random.nextInt(3);
        switch (random.nextInt(12)) {
            case 0 -> fleet.fix(id, 52 + random.nextInt(2) * WatchedFleet.STREET, 0);
            case 1 -> fleet.fix(id, 52, random.nextInt(100));
            case 2 -> fleet.disconnected(id);
            case 3 -> fleet.presenceUnknown(id);
            case 4 -> {
                if (random.nextInt(20) == 0) {
                    fleet.connected(id);
                }
            }
            default -> {}
        }
    }

    private void speed(int vendors) {
        for (int i = 0; i < vendors; i++) {
            fleet.fix("v" + i, 52, 100);
        }
    }

    private void slow(int vendors) {
        for (int i = 0; i < vendors; i++) {
            fleet.fix("v" + i, 52, 10);
        }
    }
}
