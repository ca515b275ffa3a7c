package io.venta.desktop.alert;

import static io.venta.desktop.fx.Texts.text;

import atlantafx.base.controls.ToggleSwitch;
import io.venta.desktop.alert.rule.Audience;
import io.venta.desktop.alert.rule.Rule;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A rule: whether it is in force, what it is called, what it says, and ways to change it. */
final class RuleCard extends HBox {

    RuleCard(AlertViewModel model, Rule rule, Consumer<Rule> edit) {
        getStyleClass().add("rule-card");
        ToggleSwitch force = new ToggleSwitch();
        force.getStyleClass().add("rule-switch");
        force.setId("rule-enabled-" + rule.id());
        force.setSelected(rule.enabled());
        force.setAccessibleText(text("rule.enabled") + ": " + rule.title());
        force.setTooltip(new Tooltip(text("rule.enabled")));
        force.selectedProperty()
                .addListener((property, before, on) -> model.rules().put(rule.enabled(on)));
        Label title = new Label(rule.title());
        title.getStyleClass().add("rule-title");
        title.setTooltip(new Tooltip(rule.title()));
        Label says = new Label(says(model, rule));
        says.getStyleClass().add("alert-what");
        says.setTooltip(new Tooltip(says.getText()));
        VBox words = new VBox(title, says);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren()
                .addAll(
                        force,
                        words,
                        button("icon-edit", "rule.edit", rule, () -> edit.accept(rule)),
                        button(
                                "icon-delete",
                                "rule.delete",
                                rule,
                                () -> model.rules().delete(rule)));
    }

    private static String says(AlertViewModel model, Rule rule) {
        Audience audience = rule.audience();
        String whom =
                switch (audience.type()) {
                    case ALL -> text("rule.all");
                    case MATCHING -> text("rule.matching", audience.text());
                    case ONE -> model.nameOf(audience.text());
                };
        return rule.name().isEmpty() ? whom : rule.what() + " · " + whom;
    }

    private static Button button(String iconName, String key, Rule rule, Runnable command) {
        Region icon = new Region();
        icon.getStyleClass().addAll("icon", iconName);
        Button button = new Button("", icon);
        button.getStyleClass().addAll("flat", "row-button", key.replace('.', '-'));
        button.setId(key.replace('.', '-') + "-" + rule.id());
        button.setAccessibleText(text(key) + ": " + rule.title());
        button.setTooltip(new Tooltip(text(key)));
        button.setOnAction(event -> command.run());
        return button;
    }
}
