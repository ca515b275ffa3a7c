package io.venta.desktop.alert;

import static io.venta.desktop.alert.WatchedFleet.STREET;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.alert.rule.RuleKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MotionRuleTests {

    private final WatchedFleet fleet = WatchedFleet.upToDate();

    @Test
    void alertsToWhoIsTooFastForSomeSeconds() {
        fleet.rule(RuleKind.SPEED, 60);
        fleet.fix("v1", 52, 61);
        fleet.pass(5);
        assertThat(fleet.entries()).isEmpty();
        fleet.pass(1);
        assertThat(fleet.holding()).containsExactly("v1");
    }

    /** Once a second: km/h and how often; then how many alerts there were and how many hold. */
    @ParameterizedTest
    @CsvSource({
        "60x60, 0, 0",
        "61x5 50x60, 0, 0",
        "61x4 58x1 61x4 58x1 61x4, 0, 0",
        "61x10, 1, 1",
        "61x10 56x60, 1, 1",
        "61x10 54x4 61x60, 1, 1",
        "61x10 54x4 56x1 54x4, 1, 1",
        "61x10 54x10, 1, 0",
        "61x10 54x10 61x10, 2, 1",
        "61x10 54x10 61x4 54x10, 1, 0"
    })
    void doesNotFlap(String speeds, int alerts, int holding) {
        fleet.rule(RuleKind.SPEED, 60);
        for (String part : speeds.split(" ", -1)) {
            String[] speedAndTimes = part.split("x", -1);
            for (int i = 0; i < Integer.parseInt(speedAndTimes[1]); i++) {
                fleet.fix("v1", 52, Double.parseDouble(speedAndTimes[0]));
                fleet.pass(1);
            }
        }
        assertThat(fleet.entries()).hasSize(alerts);
        assertThat(fleet.holding()).hasSize(holding);
    }

    @Test
    void doesNotTakeAJumpForSpeed() {
        fleet.rule(RuleKind.SPEED, 60);
        fleet.fix("v1", 52, 0);
        fleet.pass(1);
        fleet.fix("v1", 53, 400);
        fleet.pass(29);
        assertThat(fleet.entries()).isEmpty();
    }

    @Test
    void takesNoOldFixForSpeedAndEndsWithSilence() {
        fleet.rule(RuleKind.SPEED, 60);
        fleet.fix("late", 52, 100);
        fleet.clock.advance(Duration.ofSeconds(31));
        fleet.pass(40);
        assertThat(fleet.entries()).isEmpty();
        fleet.fix("v1", 52, 100);
        fleet.pass(60);
        assertThat(fleet.holding()).as("silent, not yet stale").containsExactly("v1");
        fleet.pass(60);
        assertThat(fleet.holding()).isEmpty();
    }

    /** How far apart the fixes are, in s, until the alert of five minutes is there. */
    @ParameterizedTest
    @CsvSource({"1", "10", "30", "60"})
    void alertsToWhoStandsByTheTimesOfItsFixes(int apart) {
        fleet.rule(RuleKind.STOPPED, 5);
        for (int passed = 0; passed <= 300; passed += apart) {
            assertThat(fleet.entries()).isEmpty();
            fleet.fix("v1", 52 + (passed % 2) * STREET / 5, 0.5);
            fleet.pass(apart);
        }
        assertThat(fleet.holding()).containsExactly("v1");
    }

    @Test
    void forgivesOneStrayFixAndEndsWhenItHasLeft() {
        fleet.rule(RuleKind.STOPPED, 5);
        stand(52, 150);
        fleet.fix("v1", 52 + 2 * STREET, 0);
        fleet.pass(10);
        stand(52, 160);
        assertThat(fleet.holding()).containsExactly("v1");
        fleet.fix("v1", 52 + STREET, 30);
        fleet.pass(10);
        fleet.fix("v1", 52 + 2 * STREET, 30);
        fleet.pass(10);
        assertThat(fleet.holding()).isEmpty();
        stand(52 + 3 * STREET, 290);
        assertThat(fleet.entries()).hasSize(1);
        stand(52 + 3 * STREET, 40);
        assertThat(fleet.entries()).as("a stop of its own").hasSize(2);
    }

    @Test
    void doesNotTakeSlowDrivingForStanding() {
        fleet.rule(RuleKind.STOPPED, 1);
        for (int i = 0; i < 300; i++) {
            fleet.fix("v1", 52 + i * STREET / 80, 5);
            fleet.pass(1);
        }
        assertThat(fleet.entries()).isEmpty();
    }

    @Test
    void countsNoTimeInWhichNobodyKnowsWhereItWas() {
        fleet.rule(RuleKind.STOPPED, 5);
        stand(52, 200);
        fleet.pass(600);
        assertThat(fleet.entries()).as("silent").isEmpty();
        stand(52, 80);
        assertThat(fleet.entries()).isEmpty();
        stand(52, 60);
        assertThat(fleet.holding()).containsExactly("v1");
    }

    @Test
    void countsNoTimeInWhichTheServerWasAway() {
        fleet.rule(RuleKind.STOPPED, 5);
        stand(52, 200);
        fleet.lost();
        stand(52, 600);
        fleet.back();
        stand(52, 80);
        assertThat(fleet.entries()).isEmpty();
        stand(52, 60);
        assertThat(fleet.holding()).containsExactly("v1");
    }

    private void stand(double lat, int seconds) {
        for (int i = 0; i < seconds; i += 10) {
            fleet.fix("v1", lat, 0);
            fleet.pass(10);
        }
    }
}
