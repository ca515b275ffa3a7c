package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.connection.OutboundItem;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the user did and the server does not have yet, each with a way to take it back. */
final class OutboundCard extends VBox {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final ConnectionViewModel model;
    private final VBox rows = new VBox();
    private final Label hint = new Label(text("outbound.hint"));

    OutboundCard(ConnectionViewModel model) {
        this.model = model;
        setId("outbound-card");
        getStyleClass().add("outbound-card");
        setFocusTraversable(true);
        setAccessibleText(text("outbound.title"));
        Label title = new Label(text("outbound.title"));
        title.getStyleClass().add("panel-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Hyperlink all = new Hyperlink(text("outbound.cancel-all"));
        all.setId("outbound-cancel-all");
        all.setOnAction(event -> model.cancelAll());
        HBox head = new HBox(title, all);
        head.getStyleClass().add("outbound-head");
        hint.getStyleClass().add("quiet-hint");
        hint.setWrapText(true);
        rows.getStyleClass().add("outbound-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("outbound-scroll");
        getChildren().addAll(head, scroll, hint);
        model.outbound().addListener((InvalidationListener) change -> show());
        show();
    }

    private void show() {
        rows.getChildren().setAll(model.outbound().stream().map(this::row).toList());
        boolean pending = model.unsent() > 0;
        hint.setVisible(pending);
        hint.setManaged(pending);
    }

    private Node row(OutboundItem item) {
        Label what = new Label(item.description());
        what.setTooltip(new Tooltip(item.description()));
        Label how = new Label(words(item));
        how.getStyleClass().add(item.pending() ? "quiet-hint" : "outbound-lost");
        how.setWrapText(true);
        VBox words = new VBox(what, how);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Hyperlink cancel =
                new Hyperlink(text(item.pending() ? "outbound.cancel" : "outbound.dismiss"));
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setAccessibleText(cancel.getText() + ": " + item.description());
        cancel.setVisible(item.state() != OutboundItem.State.SENDING);
        cancel.setOnAction(event -> model.cancel(item.id()));
        HBox row = new HBox(words, cancel);
        row.getStyleClass().add("outbound-row");
        return row;
    }

    private static String words(OutboundItem item) {
        String since = CLOCK.format(item.since().atZone(ZoneId.systemDefault()));
        String reason = item.reason();
        return switch (item.state()) {
            case WAITING ->
                    text(item.tried() ? "outbound.state.again" : "outbound.state.waiting", since);
            case SENDING -> text("outbound.state.sending");
            case REFUSED -> text("outbound.state.refused", reason == null ? "" : reason);
            case EXPIRED ->
                    text(
                            item.tried() ? "outbound.state.uncertain" : "outbound.state.expired",
                            since);
        };
    }
}
