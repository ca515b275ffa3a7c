package io.venta.desktop.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.geometry.Point2D;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/** What a hand or a key meets in the drawer while more alerts begin. */
class SteadyDrawerIntegrationTests extends AlertStage {

    @Test
    void acknowledgesWhatWasUnderThePointerWhateverComesMeanwhile() {
        raise("v1", "v2", "v3");
        moveTo(button(".alert-acknowledge", "v2"));
        await().atMost(PATIENCE).until(() -> model.shown().heldProperty().get());
        raise("v4", "v5");
        awaitWords("2 new");
        press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        await().atMost(PATIENCE).until(() -> model.unacknowledgedProperty().get() == 4);
        assertThat(acknowledged()).containsExactly("v2");
        clickOn("#alert-list-new");
        await().atMost(PATIENCE).until(() -> list("#alert-list").getItems().size() == 5);
        assertThat(lookup("#alert-list-new").query().isVisible()).isFalse();
    }

    @Test
    void acknowledgesWhatTheKeysCameToAndNothingInItsPlace() {
        raise("v1", "v2", "v3");
        ListView<Alert> list = list("#alert-list");
        moveTo(new Point2D(600, 600));
        await().atMost(PATIENCE).until(() -> !model.shown().heldProperty().get());
        List<Boolean> held = new CopyOnWriteArrayList<>();
        interact(
                () -> {
                    model.shown().heldProperty().subscribe((before, is) -> held.add(is));
                    list.requestFocus();
                });
        type(KeyCode.HOME, KeyCode.DOWN);
        assertThat(held).as("by a key").contains(true);
        moveTo("#alert-list");
        Alert second = list.getItems().get(1);
        raise("v4");
        awaitWords("1 new");
        type(KeyCode.SPACE);
        await().atMost(PATIENCE).until(second::isAcknowledged);
        interact(
                () -> {
                    fleet.fix(second.vendor().id().value(), 52, 0);
                    fleet.pass(6);
                });
        assertThat(list.getItems()).as("it stays while somebody is there").contains(second);
        interact(model.shown()::catchUp);
        assertThat(list.getItems()).hasSize(3).doesNotContain(second);
        type(KeyCode.SPACE);
        assertThat(acknowledged()).containsExactly(second.vendor().id().value());
    }
}
