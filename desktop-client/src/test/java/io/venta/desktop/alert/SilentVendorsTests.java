package io.venta.desktop.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.alert.rule.RuleKind;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresencePage;
import io.venta.model.presence.PresenceStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilentVendorsTests {

    private static final String QUESTION = "/api/presence?vendors=";

    private final WatchedFleet fleet = WatchedFleet.upToDate();

    @Test
    void alertsToWhoIsAwayThoughTheGatewayNamesNobody() {
        fleet.rule(RuleKind.OFFLINE, 5);
        fleet.fix("v1", 52, 0);
        answer("v1", PresenceStatus.OFFLINE);
        fleet.pass(420);
        assertThat(fleet.holding()).containsExactly("v1");
        answer("v1", PresenceStatus.ONLINE);
        fleet.pass(45);
        assertThat(fleet.holding()).as("it is connected").isEmpty();
    }

    @Test
    void beginsNothingWithoutAnAnswer() {
        fleet.rule(RuleKind.OFFLINE, 5);
        fleet.fix("v1", 52, 0);
        fleet.pass(1_000);
        assertThat(fleet.entries()).isEmpty();
        assertThat(fleet.connection.asked()).as("asked again, in no hurry").hasSizeBetween(50, 200);
    }

    @Test
    void asksForSilentOnesOnlyAndOnlyWhereARuleWantsIt() {
        fleet.rule(RuleKind.STOPPED, 5);
        fleet.fix("v1", 52, 0);
        fleet.pass(300);
        assertThat(fleet.connection.asked()).isEmpty();
        fleet.rule(RuleKind.OFFLINE, 5);
        fleet.fix("fresh", 52, 0);
        fleet.connected("told");
        fleet.fix("told", 52, 0);
        fleet.pass(30);
        assertThat(fleet.connection.asked()).isNotEmpty().containsOnly(QUESTION + "v1");
        fleet.lost();
        int before = fleet.connection.asked().size();
        fleet.pass(60);
        assertThat(fleet.connection.asked()).hasSize(before);
    }

    @Test
    void asksForEverybodyInTurn() {
        fleet.rule(RuleKind.OFFLINE, 5);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            ids.add("w" + i);
            fleet.fix("w" + i, 52, 0);
        }
        for (int from = 0; from < 250; from += 100) {
            List<String> some = ids.subList(from, Math.min(250, from + 100));
            answer(String.join(",", some), PresenceStatus.OFFLINE);
        }
        fleet.pass(500);
        assertThat(fleet.holding()).hasSize(250);
    }

    private void answer(String ids, PresenceStatus status) {
        List<PresenceEntry> entries =
                List.of(ids.split(",", -1)).stream()
                        .map(
                                id ->
                                        new PresenceEntry(
                                                PresenceKind.VENDOR,
                                                id,
                                                status,
                                                List.of(),
                                                null,
                                                null))
                        .toList();
        fleet.connection.answer(QUESTION + ids, new PresencePage(entries, null));
    }
}
