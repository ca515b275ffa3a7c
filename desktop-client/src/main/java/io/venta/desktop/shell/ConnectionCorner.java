package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.connection.OutboundItem;
import io.venta.desktop.shell.StatusLine.Rank;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/**
 * The connection in the status line: how it is and has been, what can be done about it, what waits
 * for it; each opens a card that says more. Its tooltip tells the figures too, for which the line
 * may have no room.
 */
final class ConnectionCorner {

    private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");

    private final MainViewModel model;
    private final StatusCards cards;
    private final LatencyChart sparkline = new LatencyChart(false);
    private final ConnectionWords words = new ConnectionWords(sparkline);
    private final Button state = new Button("", words);
    private final Hyperlink now = new Hyperlink(text("connection.now"));
    private final Hyperlink again = new Hyperlink(text("connection.sign-in-again"));

    private final Button chip;
    private final Hyperlink ending;

    ConnectionCorner(MainViewModel model, StatusCards cards, Runnable signIn) {
        this.model = model;
        this.cards = cards;
        state.getStyleClass().addAll("flat", "status-button", "connection-button");
        state.setId("connection-state");
        state.setTooltip(tooltip());
        now.setId("retry-now");
        now.setOnAction(event -> model.retryNow());
        again.setOnAction(event -> signIn.run());
        again.visibleProperty().bind(model.endedProperty());
        again.managedProperty().bind(again.visibleProperty());
        chip = chip();
        ending = ending(signIn);
        opens(state, new QualityCard(model));
        model.statusProperty().subscribe(status -> show(status));
        model.link()
                .qualityProperty()
                .subscribe(report -> sparkline.show(report, model.link().now()));
    }

    /** Takes the left end of the line. */
    void joinLine(StatusLine line) {
        line.addGrowing(
                state, () -> state.prefWidth(-1) - words.prefWidth(-1) + words.leastWidth());
        line.addClaim(Rank.WORDS, words::moreForWords, words::showWhole);
        line.addClaim(Rank.CHART, words::moreForChart, words::showChart);
        line.addLeft(Rank.ALWAYS, now);
        line.addLeft(Rank.ALWAYS, again);
        line.addLeft(Rank.UNSENT, chip);
        line.addLeft(Rank.UNSENT, ending);
    }

    private Tooltip tooltip() {
        Tooltip tooltip = new Tooltip(text("connection.details"));
        tooltip.setOnShowing(
                event ->
                        tooltip.setText(
                                String.join(
                                        "\n",
                                        model.statusProperty().get().words(),
                                        model.figures().fleet(),
                                        text("connection.details"))));
        return tooltip;
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
        words.show(status);
        state.setAccessibleText(status.words());
        sparkline.setOpacity(status.outOfDate() ? 0.55 : 1);
        now.setVisible(status.retry());
        now.setManaged(status.retry());
    }
}
