package io.venta.desktop.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.alert.rule.Audience;
import io.venta.desktop.alert.rule.Rule;
import io.venta.desktop.alert.rule.RuleKind;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The drawer alone, over a fleet that the test moves. */
class AlertDrawerIntegrationTests extends AlertStage {

    @Test
    void offersRulesToBeginWithAndKeepsQuietThen() {
        clickOn("#offer-offline");
        assertThat(rules()).extracting(Rule::what).containsExactly(RuleKind.OFFLINE.what(10));
        awaitWords("One rule watches no vendors yet.");
        assertThat(lookup("#offer-offline").<Node>query().isVisible()).isTrue();
        assertThat(lookup("#offer-offline").<Node>query().getParent().getParent().isVisible())
                .isFalse();
    }

    @Test
    void goesThroughTheAlertsByKeyboard() {
        raise("v1", "v2", "v3");
        ListView<Alert> list = list("#alert-list");
        interact(list::requestFocus);
        type(KeyCode.HOME);
        type(KeyCode.DOWN, KeyCode.ENTER);
        Alert second = list.getItems().get(1);
        await().atMost(PATIENCE).until(() -> !shown.isEmpty());
        assertThat(shown).containsExactly(second.vendor().id().value());
        type(KeyCode.SPACE);
        await().atMost(PATIENCE).until(second::isAcknowledged);
        assertThat(model.unacknowledgedProperty().get()).isEqualTo(2);
        type(KeyCode.ESCAPE);
        await().atMost(PATIENCE).until(() -> !model.openProperty().get());
    }

    @Test
    void acknowledgesByMouseOneAndAll() {
        raise("v1", "v2", "v3");
        clickOn(button(".alert-show", "v2"));
        assertThat(shown).containsExactly("v2");
        clickOn(button(".alert-acknowledge", "v2"));
        await().atMost(PATIENCE).until(() -> model.unacknowledgedProperty().get() == 2);
        assertThat(model.alerts()).hasSize(3);
        clickOn("#acknowledge-all");
        await().atMost(PATIENCE).until(() -> model.unacknowledgedProperty().get() == 0);
        assertThat(lookup("#acknowledge-all").<Node>query().isVisible()).isFalse();
    }

    @Test
    void keepsInTheLogWhatIsOver() {
        raise("v1");
        interact(
                () -> {
                    model.acknowledgeAll();
                    fleet.fix("v1", 52, 0);
                    fleet.pass(6);
                });
        assertThat(model.alerts()).isEmpty();
        clickOn("#alert-part-log");
        awaitWords("Acknowledged");
        assertThat(list("#alert-log").getItems()).hasSize(1);
    }

    @Test
    void writesARuleAndSaysWhatIsWrong() {
        interact(() -> fleet.named("v1", "Tacos", "Truck"));
        clickOn("#alert-part-rules");
        clickOn("#rule-new");
        clickOn("#rule-kind-speed");
        clickOn("#rule-audience-one");
        fill("#rule-threshold", "900");
        fill("#rule-words", "Pizza");
        clickOn("#rule-save");
        awaitWords("Enter whole km/h, 5 to 250.");
        awaitWords("No vendor is called “Pizza”. Enter its name or id.");
        fill("#rule-threshold", "50");
        fill("#rule-words", "tacos");
        clickOn("#rule-words");
        type(KeyCode.ENTER);
        await().atMost(PATIENCE).until(() -> rules().size() == 1);
        assertThat(rules().getFirst().audience()).isEqualTo(new Audience(Audience.Type.ONE, "v1"));
        assertThat(rules().getFirst().threshold()).isEqualTo(50);
        assertThat(lookup("#rule-form").tryQuery()).isEmpty();
    }

    @Test
    void changesARuleInItsPlace() {
        interact(
                () -> {
                    fleet.rule(RuleKind.OFFLINE, 10);
                    fleet.rule(RuleKind.SPEED, 90);
                });
        clickOn("#alert-part-rules");
        clickOn(lookup(".rule-edit").nth(1).<Node>query());
        clickOn("#rule-name");
        write("Racing");
        type(KeyCode.ESCAPE);
        await().atMost(PATIENCE).until(() -> lookup("#rule-form").tryQuery().isEmpty());
        assertThat(model.openProperty().get()).as("one step back only").isTrue();
        clickOn(lookup(".rule-edit").nth(1).<Node>query());
        fill("#rule-name", "Racing");
        clickOn(lookup(".rule-switch").nth(0).<Node>query());
        await().atMost(PATIENCE).until(() -> !rules().getFirst().enabled());
        clickOn("#rule-save");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(rules())
                                        .extracting(Rule::title)
                                        .containsExactly(RuleKind.OFFLINE.what(10), "Racing"));
        clickOn(lookup(".rule-switch").nth(1).<Node>query());
        await().atMost(PATIENCE).until(() -> !rules().getLast().enabled());
    }

    @Test
    void hasADeletedRuleBack() {
        interact(
                () -> {
                    fleet.rule(RuleKind.OFFLINE, 10);
                    fleet.rule(RuleKind.SPEED, 90);
                });
        clickOn("#alert-part-rules");
        clickOn(lookup(".rule-delete").nth(0).<Node>query());
        await().atMost(PATIENCE).until(() -> rules().size() == 1);
        clickOn("#rule-undo");
        await().atMost(PATIENCE).until(() -> rules().size() == 2);
        assertThat(rules().getFirst().kind()).isEqualTo(RuleKind.OFFLINE);
        assertThat(onFx(() -> lookup("#rules").query().isFocusWithin())).isTrue();
        assertThat(lookup("#rule-undo").<Node>query().getParent().isVisible()).isFalse();
    }

    @Test
    void saysThatNothingBeginsWhileOutOfDateAndMutes() {
        interact(fleet::lost);
        awaitWords("Not up to date: no alert begins until the connection is back.");
        clickOn("#alert-mute");
        clickOn("#alert-by-system");
        assertThat(model.mutedProperty().get()).isTrue();
        assertThat(model.bySystemProperty().get()).isFalse();
    }
}
