package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.presence.OwnStatusMenu;
import io.venta.desktop.presence.RosterViewModel;
import io.venta.model.presence.PresenceKind;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The one line at the bottom: connection, vendors, newest fix, clock, and the menu. */
final class ConnectionStatusBar extends HBox {

    private static final int MOST_COUNTED = 99;
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

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
        OwnStatusMenu own = new OwnStatusMenu(model.roster().own());
        getChildren().addAll(dot, words, now, again, gap, counts, newest, clock, own);
        getChildren().addAll(people(model), bell(model), question, menu);
    }

    private static Button people(MainViewModel model) {
        Button people = button("people", "icon-people", model::toggleRoster);
        people.setTooltip(new Tooltip(text("roster.open")));
        people.setAccessibleText(text("roster.title"));
        InvalidationListener count =
                change -> people.setText(text("roster.count", here(model.roster())));
        model.roster().revisionProperty().addListener(count);
        count.invalidated(model.roster().revisionProperty());
        return people;
    }

    private static int here(RosterViewModel roster) {
        return roster.here(PresenceKind.VENDOR) + roster.here(PresenceKind.USER);
    }

    private static Button bell(MainViewModel model) {
        Button bell = button("bell", "icon-bell", model::toggleNotifications);
        Tooltip tooltip = new Tooltip();
        bell.setTooltip(tooltip);
        model.notifications()
                .unreadProperty()
                .subscribe(
                        count -> {
                            int unread = count.intValue();
                            bell.setText(
                                    unread > MOST_COUNTED
                                            ? MOST_COUNTED + "+"
                                            : unread == 0 ? "" : String.valueOf(unread));
                            bell.pseudoClassStateChanged(UNREAD, unread > 0);
                            String words =
                                    unread == 0
                                            ? text("notification.bell")
                                            : text("notification.bell-unread", unread);
                            tooltip.setText(words);
                            bell.setAccessibleText(words);
                        });
        return bell;
    }

    private static Button button(String id, String iconName, Runnable command) {
        Region icon = new Region();
        icon.getStyleClass().addAll("icon", iconName);
        Button button = new Button("", icon);
        button.setId(id);
        button.getStyleClass().addAll("flat", "status-button", "status-toggle");
        button.setFocusTraversable(false);
        button.setOnAction(event -> command.run());
        return button;
    }

    private void show(ConnectionStatus status) {
        dot.getStyleClass().setAll("connection-dot", status.level().styleClass());
        words.setText(status.words());
        now.setVisible(status.retry());
        now.setManaged(status.retry());
    }
}
