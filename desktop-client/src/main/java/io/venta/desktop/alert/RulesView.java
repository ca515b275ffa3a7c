package io.venta.desktop.alert;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.alert.rule.Rule;
import io.venta.desktop.alert.rule.RuleKind;
import io.venta.desktop.alert.rule.Rules;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * All rules, one of which may be written at the moment; what was typed stays while others change.
 * New ones, and the last deleted back.
 */
final class RulesView extends BorderPane {

    private final AlertViewModel model;
    private final VBox cards = new VBox();
    private final Button add = new Button(text("rule.new"));
    private @Nullable RuleForm form;

    RulesView(AlertViewModel model) {
        this.model = model;
        setId("rules");
        getStyleClass().add("rules");
        cards.getStyleClass().add("rule-cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        setBottom(new VBox(undo(), foot()));
        model.rules().all().addListener((InvalidationListener) change -> rebuild());
        model.openProperty().addListener(change -> stopWriting());
        rebuild();
    }

    /** Who was at a button of a card stays there. */
    private void rebuild() {
        Scene scene = getScene();
        String focused =
                cards.isFocusWithin() && scene != null ? scene.getFocusOwner().getId() : null;
        arrange();
        if (focused != null) {
            Node again = cards.lookup("#" + focused);
            (again == null ? add : again).requestFocus();
        }
    }

    private void arrange() {
        cards.getChildren().clear();
        RuleForm writing = form;
        boolean listed = false;
        for (Rule rule : model.rules().all()) {
            if (writing != null && writing.isFor(rule)) {
                listed = true;
                cards.getChildren().add(writing);
            } else {
                cards.getChildren().add(new RuleCard(model, rule, this::write));
            }
        }
        if (writing != null && !listed) {
            cards.getChildren().add(writing);
        }
        if (cards.getChildren().isEmpty()) {
            VBox none = AlertPlaceholder.words("alert.no-rules", "alert.no-rules.hint");
            none.getChildren().add(AlertPlaceholder.offers(model));
            cards.getChildren().add(none);
        }
    }

    private void write(Rule rule) {
        RuleForm next = new RuleForm(model, rule, this::keep, this::stopWriting);
        form = next;
        rebuild();
        next.focusFirst();
    }

    private void keep(Rule done) {
        stopWriting();
        model.rules().put(done);
    }

    private void stopWriting() {
        if (form != null) {
            form = null;
            rebuild();
        }
    }

    private HBox foot() {
        add.setId("rule-new");
        add.setOnAction(event -> write(Rule.usual(RuleKind.OFFLINE)));
        Label full = new Label(text("rule.full", Rules.MOST));
        HBox foot = new HBox(add, full);
        foot.getStyleClass().add("panel-foot");
        InvalidationListener show =
                change -> {
                    add.setDisable(!model.rules().hasRoom());
                    full.setVisible(!model.rules().hasRoom());
                };
        model.rules().all().addListener(show);
        show.invalidated(model.rules().all());
        return foot;
    }

    private HBox undo() {
        Label words = new Label();
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Hyperlink undo = new Hyperlink(text("rule.undo"));
        undo.setId("rule-undo");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(
                event -> {
                    add.requestFocus();
                    model.rules().undelete();
                });
        HBox line = new HBox(words, undo);
        line.getStyleClass().addAll("panel-foot", "rule-deleted");
        model.rules()
                .deletedProperty()
                .subscribe(
                        rule -> {
                            words.setText(rule == null ? "" : text("rule.deleted", rule.title()));
                            show(line, rule != null);
                        });
        return line;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
