package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The one line at the bottom: connection, vendors, newest fix, clock, and the menu. */
final class ConnectionStatusBar extends HBox {

    private final Region dot = new Region();
    private final Label words = new Label();
    private final Hyperlink now = new Hyperlink(text("connection.now"));
    private final Hyperlink again = new Hyperlink(text("connection.sign-in-again"));

    ConnectionStatusBar(MainViewModel model, Region menu, Runnable help, Runnable signIn) {
        getStyleClass().add("status-bar");
        words.setId("connection");
        words.getStyleClass().add("connection");
        now.setId("retry-now");
        now.setOnAction(event -> model.retryNow());
        again.setOnAction(event -> signIn.run());
        again.visibleProperty().bind(model.endedProperty());
        again.managedProperty().bind(again.visibleProperty());
        model.statusProperty().addListener((property, before, status) -> show(status));
        show(model.statusProperty().get());

        Label counts = new Label();
        counts.setId("counts");
        counts.textProperty().bind(model.countsProperty());
        Label newest = new Label();
        newest.textProperty().bind(model.newestProperty());
        Label clock = new Label();
        clock.textProperty().bind(model.timeProperty());
        clock.setTooltip(
                new Tooltip(
                        ZoneId.systemDefault()
                                .getDisplayName(TextStyle.FULL, Locale.getDefault())));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button question = new Button("?");
        question.setId("help");
        question.setAccessibleText(text("help.title"));
        question.setTooltip(new Tooltip(text("help.title")));
        question.getStyleClass().addAll("flat", "status-button");
        question.setFocusTraversable(false);
        question.setOnAction(event -> help.run());
        getChildren().addAll(dot, words, now, again, gap, counts, newest, clock, question, menu);
    }

    private void show(ConnectionStatus status) {
        dot.getStyleClass().setAll("connection-dot", status.level().styleClass());
        words.setText(status.words());
        now.setVisible(status.retry());
        now.setManaged(status.retry());
    }
}
