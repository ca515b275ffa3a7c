package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.alert.AlertViewModel;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.vendor.TestClock;
import io.venta.desktop.vendor.Vendors;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertHabitsTests {

    private static final String RULES =
            "[{\"id\":\"r1\",\"name\":\"Racing\",\"kind\":\"SPEED\",\"threshold\":60,"
                    + "\"audience\":{\"type\":\"ALL\",\"text\":\"\"},\"enabled\":true}]";

    private Memory memory;

    @BeforeEach
    void open(@TempDir Path folder) {
        memory = new Memory(new Settings(folder));
    }

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void remembersRulesAndSwitches() {
        AlertViewModel before = remembered();
        assertThat(before.mutedProperty().get()).isFalse();
        assertThat(before.bySystemProperty().get()).isTrue();
        before.storedRulesProperty().set(RULES);
        before.mutedProperty().set(true);
        before.bySystemProperty().set(false);

        AlertViewModel after = remembered();
        assertThat(after.storedRulesProperty().get()).isEqualTo(RULES);
        assertThat(after.mutedProperty().get()).isTrue();
        assertThat(after.bySystemProperty().get()).isFalse();
    }

    @Test
    void beginsAnewWhereWhatIsRememberedIsBroken() {
        memory.put("alerts.rules", "[{broken");
        memory.put("alerts.muted", "perhaps");
        AlertViewModel alerts = remembered();
        assertThat(alerts.mutedProperty().get()).isFalse();
        alerts.storedRulesProperty().set(RULES);
        assertThat(memory.get("alerts.rules")).contains(RULES);
    }

    private AlertViewModel remembered() {
        TestClock clock = new TestClock();
        AlertViewModel alerts =
                new AlertViewModel(
                        new Vendors(clock), new RecordingConnection(), Runnable::run, clock);
        new AlertHabits(memory, Runnable::run).remember(alerts);
        return alerts;
    }
}
