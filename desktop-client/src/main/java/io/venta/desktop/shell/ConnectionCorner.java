package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.connection.OutboundItem;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * The connection in the status line: how it is and has been, what can be done about it, what waits
 * for it; each opens a card that says more.
 */
final class ConnectionCorner extends HBox {

    private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");

    private final MainViewModel model;
    private final StatusCards cards;
    private final Region dot = new Region();
    private final Label words = new Label();
    private final LatencyChart sparkline = new LatencyChart(false);
    private final Button state = new Button("", new HBox(dot, words, sparkline));
    private final Hyperlink now = new Hyperlink(text("connection.now"));
    private final Hyperlink again = new Hyperlink(text("connection.sign-in-again"));

    ConnectionCorner(MainViewModel model, StatusCards cards, Runnable signIn) {
        this.model = model;
        this.cards = cards;
        getStyleClass().add("connection-corner");
        words.setId("connection");
        words.getStyleClass().add("connection");
        state.getGraphic().getStyleClass().add("connection-state");
        state.getStyleClass().addAll("flat", "status-button", "connection-button");
        state.setId("connection-state");
        state.setTooltip(new Tooltip(text("connection.details")));
        now.setId("retry-now");
        now.setOnAction(event -> model.retryNow());
        again.setOnAction(event -> signIn.run());
        again.visibleProperty().bind(model.endedProperty());
        again.managedProperty().bind(again.visibleProperty());
        getChildren().addAll(state, now, again, chip(), ending(signIn));
        opens(state, new QualityCard(model));
        model.statusProperty().subscribe(status -> show(status));
        model.link()
                .qualityProperty()
                .subscribe(report -> sparkline.show(report, model.link().now()));
    }

    private void opens(Button owner, Region card) {
        cards.add(card);
        owner.setOnAction(event -> cards.toggle(card, owner));
    }

    private Button chip() {
        ConnectionViewModel link = model.link();
        Button chip = new Button();
        chip.setId("outbound");
        chip.getStyleClass().addAll("flat", "outbound-chip");
        chip.setTooltip(new Tooltip(text("outbound.tooltip")));
        chip.textProperty().bind(link.waitingProperty());
        chip.visibleProperty().bind(link.waitingProperty().isNotEmpty());
        chip.managedProperty().bind(chip.visibleProperty());
        OutboundCard card = new OutboundCard(link);
        opens(chip, card);
        link.outbound()
                .addListener(
                        (InvalidationListener)
                                change -> {
                                    boolean all =
                                            link.outbound().stream()
                                                    .allMatch(OutboundItem::pending);
                                    chip.pseudoClassStateChanged(LOST, !all);
                                    if (link.outbound().isEmpty()) {
                                        cards.close(card);
                                    }
                                });
        return chip;
    }

    private Hyperlink ending(Runnable signIn) {
        Hyperlink ending = new Hyperlink();
        ending.setId("sign-in-ends");
        ending.getStyleClass().add("sign-in-ends");
        ending.textProperty().bind(model.link().endingProperty());
        ending.visibleProperty().bind(model.link().endingProperty().isNotEmpty());
        ending.managedProperty().bind(ending.visibleProperty());
        SignInCard card = new SignInCard(model.link(), signIn);
        cards.add(card);
        ending.setOnAction(
                event -> {
                    ending.setVisited(false);
                    cards.toggle(card, ending);
                });
        ending.visibleProperty()
                .subscribe(
                        is -> {
                            if (!is) {
                                cards.close(card);
                            }
                        });
        return ending;
    }

    private void show(ConnectionStatus status) {
        dot.getStyleClass().setAll("connection-dot", status.level().styleClass());
        words.setText(status.words());
        state.setAccessibleText(status.words());
        sparkline.setOpacity(status.outOfDate() ? 0.55 : 1);
        now.setVisible(status.retry());
        now.setManaged(status.retry());
    }
}
