package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The messages over the map, and where they lead. */
class ToastsIntegrationTests extends StagedWindow {

    @Test
    void opensTheDrawerAtWhatAToastTellsOf() {
        play(Staging::news);
        awaitToasts("Cold chain broken", "Road closed", "Report ready");
        assertThat(lookup("#toasts-more").<Labeled>query().getText()).isEqualTo("+1 more");
        clickOn(from(toast("Road closed")).lookup(".toast-show").<Node>query());
        awaitToasts();
        assertThat(shown("#notifications", "#toasts-more")).containsExactly(true, false);
        assertThat(selected("#news")).contains("Road closed");
        type(KeyCode.ESCAPE);
        await().atMost(PATIENCE).until(() -> shown("#notifications").contains(false));
        play(stage -> stage.pass(1));
        awaitToasts();
    }

    @Test
    void opensTheAlertsAtWhatAToastTellsOf() {
        play(this::hearAlerts, Staging::rules);
        for (int second = 0; second < 60 && toasts().isEmpty(); second++) {
            play(stage -> stage.pass(1));
        }
        clickOn(lookup(".toast-show").<Node>query());
        awaitToasts();
        assertThat(shown("#alerts", "#alert-list")).containsExactly(true, true);
        assertThat(onFx(() -> selectedItem("#alert-list"))).isNotNull();
    }

    @Test
    void goesThroughToastsByKeyboard() {
        play(Staging::news);
        awaitToasts("Cold chain broken", "Road closed", "Report ready");
        interact(() -> lookup("#map").query().requestFocus());
        for (int i = 0; i < 60 && !focused().startsWith("Cold chain broken"); i++) {
            type(KeyCode.TAB);
        }
        type(KeyCode.ESCAPE);
        awaitToasts("Road closed", "Shift handed over", "Report ready");
        assertThat(focused()).startsWith("Road closed");
        type(KeyCode.ENTER);
        awaitToasts();
        assertThat(selected("#news")).contains("Road closed");
    }

    private void hearAlerts(Staging stage) {
        var alerts = stage.model().alerts();
        alerts.mutedProperty().set(true);
        alerts.bySystemProperty().set(false);
        new AlertHabits(new Memory(Settings.ofUser()), Runnable::run)
                .tell(alerts, stage.model().notifications(), window);
    }

    private void awaitToasts(String... titles) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(toasts()).containsExactly(titles));
    }

    private List<String> toasts() {
        return onFx(
                () ->
                        lookup(".toast-title").queryAllAs(Labeled.class).stream()
                                .filter(StagedWindow::isSeen)
                                .map(Labeled::getText)
                                .toList());
    }

    private Node toast(String title) {
        return lookup(".toast").match(node -> node.getAccessibleText().startsWith(title)).query();
    }

    private String focused() {
        return onFx(
                () -> {
                    Node owner = window.getScene().getFocusOwner();
                    return owner == null || owner.getAccessibleText() == null
                            ? ""
                            : owner.getAccessibleText();
                });
    }

    private String selected(String list) {
        return onFx(
                () -> lookup(list).lookup(".list-cell:selected").<Node>query().getAccessibleText());
    }

    private Object selectedItem(String list) {
        return lookup(list).<ListView<?>>query().getSelectionModel().getSelectedItem();
    }
}
