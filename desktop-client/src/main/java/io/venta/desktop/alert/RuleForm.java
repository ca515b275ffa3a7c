package io.venta.desktop.alert;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.alert.rule.Audience;
import io.venta.desktop.alert.rule.Rule;
import io.venta.desktop.alert.rule.RuleDraft;
import io.venta.desktop.alert.rule.RuleKind;
import io.venta.desktop.fx.Segments;
import io.venta.desktop.vendor.Vendor;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A rule while it is written, in its place among the others. Enter saves, Esc gives it up. */
final class RuleForm extends VBox {

    private final AlertViewModel model;
    private final String id;
    private final RuleDraft draft;
    private final Consumer<Rule> save;
    private final TextField threshold = new TextField();

    RuleForm(AlertViewModel model, Rule rule, Consumer<Rule> save, Runnable cancel) {
        this.model = model;
        this.id = rule.id();
        this.draft = model.draft(rule);
        this.save = save;
        setId("rule-form");
        getStyleClass().addAll("rule-card", "rule-form");
        getChildren().addAll(kind(), threshold(), audience(), name(), buttons(cancel));
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        finish();
                        event.consume();
                    } else if (event.getCode() == KeyCode.ESCAPE) {
                        cancel.run();
                        event.consume();
                    }
                });
    }

    boolean isFor(Rule other) {
        return id.equals(other.id());
    }

    void focusFirst() {
        threshold.requestFocus();
        threshold.selectAll();
    }

    private void finish() {
        draft.finish().ifPresent(save);
    }

    private VBox kind() {
        return field(
                new Label(text("rule.kind")),
                segments(RuleKind.values(), draft.kindProperty(), "rule.kind."));
    }

    private VBox threshold() {
        threshold.setId("rule-threshold");
        threshold.textProperty().bindBidirectional(draft.thresholdProperty());
        Label caption = new Label();
        caption.textProperty()
                .bind(draft.kindProperty().map(kind -> text("rule.threshold." + kind.key())));
        caption.setLabelFor(threshold);
        return field(caption, threshold, error(draft.thresholdErrorProperty()));
    }

    private VBox audience() {
        TextField words = new TextField();
        words.setId("rule-words");
        words.textProperty().bindBidirectional(draft.wordsProperty());
        Hyperlink selected = new Hyperlink();
        selected.setId("rule-selected");
        Vendor vendor = model.selectedProperty().get();
        if (vendor != null) {
            selected.setText(text("rule.selected", vendor.name()));
            selected.setOnAction(event -> draft.wordsProperty().set(vendor.id().value()));
        }
        Label caption = new Label(text("rule.audience"));
        caption.setLabelFor(words);
        draft.audienceProperty()
                .subscribe(
                        type -> {
                            boolean one = type == Audience.Type.ONE;
                            show(words, type != Audience.Type.ALL);
                            show(selected, one && vendor != null);
                            words.setPromptText(
                                    text(
                                            one
                                                    ? "rule.audience.one.prompt"
                                                    : "rule.audience.matching.prompt"));
                        });
        return field(
                caption,
                segments(Audience.Type.values(), draft.audienceProperty(), "rule.audience."),
                words,
                selected,
                error(draft.audienceErrorProperty()));
    }

    private VBox name() {
        TextField name = new TextField();
        name.setId("rule-name");
        name.textProperty().bindBidirectional(draft.nameProperty());
        InvalidationListener prompt = change -> name.setPromptText(draft.nameless());
        draft.kindProperty().addListener(prompt);
        draft.thresholdProperty().addListener(prompt);
        prompt.invalidated(draft.kindProperty());
        Label caption = new Label(text("rule.name"));
        caption.setLabelFor(name);
        return field(caption, name);
    }

    private HBox buttons(Runnable cancel) {
        Button done = new Button(text("rule.save"));
        done.setId("rule-save");
        done.getStyleClass().add("accent");
        done.setOnAction(event -> finish());
        Button out = new Button(text("rule.cancel"));
        out.setId("rule-cancel");
        out.setOnAction(event -> cancel.run());
        HBox buttons = new HBox(done, out);
        buttons.getStyleClass().add("details-actions");
        return buttons;
    }

    private static <E extends Enum<E>> Segments<E> segments(
            E[] values, ObjectProperty<E> chosen, String keys) {
        Function<E, String> key = value -> keys + value.name().toLowerCase(Locale.ROOT);
        return new Segments<>(
                List.of(values),
                chosen,
                value -> key.apply(value).replace('.', '-'),
                value -> text(key.apply(value)));
    }

    private static Label error(ObservableValue<String> why) {
        Label error = new Label();
        error.getStyleClass().add("rule-error");
        error.setWrapText(true);
        error.textProperty().bind(why);
        error.visibleProperty().bind(why.map(words -> !words.isEmpty()));
        error.managedProperty().bind(error.visibleProperty());
        return error;
    }

    private static VBox field(Label caption, Node... parts) {
        VBox field = new VBox(caption);
        field.getStyleClass().add("login-field");
        field.getChildren().addAll(parts);
        return field;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
