package io.venta.desktop.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.fleet.filter.FleetFilter;
import io.venta.desktop.fleet.filter.FleetSort;
import io.venta.desktop.fleet.filter.PresenceFilter;
import io.venta.desktop.fleet.filter.SavedFilter;
import io.venta.desktop.fleet.filter.StateFilter;
import io.venta.model.location.VendorId;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Order, filters and marks, in the list and in the table. */
class FleetViewIntegrationTests extends FleetStage {

    @Test
    void sortsTheTableByItsHeads() {
        widen();
        clickOn("#head-speed");
        awaitFirst("a9");
        clickOn("#head-speed");
        awaitFirst("b0");
        interact(() -> lookup("#head-name").query().requestFocus());
        type(KeyCode.SPACE);
        awaitFirst("a0");
        type(KeyCode.SPACE);
        awaitFirst("b9");
        assertThat(of(() -> table().getItems().getFirst().name())).isEqualTo("b9");
        assertThat(lookup("#head-name").query().getAccessibleText())
                .isEqualTo("Name, sorted descending");
    }

    @Test
    void sortsTheListByAMenu() {
        clickOn("#sort");
        clickOn("#sort-by-speed");
        awaitFirst("a9");
        clickOn("#sort");
        clickOn("#sort-reverse");
        awaitFirst("b0");
    }

    @Test
    void filtersByChipsAndWords() {
        awaitText("#chip-moving", "10");
        clickOn("#chip-moving");
        awaitShown(10);
        clickOn("#search");
        write("a7");
        awaitShown(1);
        awaitText("#chip-moving", "1");
        clickOn("#chip-moving");
        clickOn("#chip-stopped");
        awaitShown(0);
        awaitText("#empty", "“a7” is there, but in none of the chosen states.");
        clickOn("#empty-clear");
        awaitShown(1);
        clickOn("#search");
        write("x");
        awaitText("#empty", "No vendor matches “a7x”.");
        clickOn("#empty-clear");
        awaitShown(20);
    }

    @Test
    void savesAFilterAndPicksItByKey() {
        clickOn("#chip-stopped");
        clickOn("#filters");
        clickOn("#filter-save");
        write("Standing");
        type(KeyCode.ENTER);
        SavedFilter standing =
                new SavedFilter(
                        "Standing",
                        new FleetFilter("", Set.of(StateFilter.STOPPED), PresenceFilter.ANY),
                        FleetSort.BY_NAME);
        await().atMost(PATIENCE)
                .until(() -> of(() -> List.copyOf(model.saved().all()).contains(standing)));
        clickOn("#chip-stopped");
        awaitShown(20);
        push(KeyCode.CONTROL, KeyCode.DIGIT1);
        awaitShown(10);
        clickOn("#filters");
        clickOn("#filter-rename");
        write("At rest");
        clickOn("#filter-name-ok");
        await().atMost(PATIENCE)
                .until(() -> of(() -> model.saved().all().getFirst().name().equals("At rest")));
        clickOn("#filters");
        clickOn("#filter-delete");
        await().atMost(PATIENCE).until(() -> of(() -> model.saved().all().isEmpty()));
    }

    @Test
    void drawsAHaloRoundTheAlertedInBothWidths() {
        interact(() -> vendors.alert(Set.of(new VendorId("a0"))));
        awaitHalos(1);
        widen();
        awaitHalos(1);
        interact(() -> vendors.alert(Set.of()));
        awaitHalos(0);
    }

    private void awaitHalos(int count) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                of(
                                        () ->
                                                lookup(".mark-halo").queryAll().stream()
                                                                .filter(Node::isVisible)
                                                                .count()
                                                        == count));
    }
}
