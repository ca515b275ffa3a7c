package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.presence.OwnStatusMenu;
import io.venta.desktop.presence.RosterViewModel;
import io.venta.model.presence.PresenceKind;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/**
 * The one line at the bottom: connection, vendors, newest fix, clock, and the menu. In a narrow or
 * much enlarged window the figures go first; how the connection is, the time and the menu stay.
 */
final class ConnectionStatusBar extends StatusLine {

    private static final int MOST_COUNTED = 99;
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

    private static final PseudoClass OUT_OF_DATE = PseudoClass.getPseudoClass("out-of-date");

    /**
     * @param connection what it begins with
     */
    ConnectionStatusBar(
            MainViewModel model, ConnectionCorner connection, Region menu, Runnable help) {
        getStyleClass().add("status-bar");
        model.statusProperty()
                .subscribe(status -> pseudoClassStateChanged(OUT_OF_DATE, status.outOfDate()));

        Label counts = new Label();
        counts.setId("counts");
        counts.getStyleClass().add("status-figure");
        counts.textProperty().bind(model.figures().countsProperty());
        Label newest = new Label();
        newest.setId("newest");
        newest.getStyleClass().add("status-figure");
        newest.textProperty().bind(model.figures().newestProperty());
        Label clock = new Label();
        clock.setId("clock");
        clock.textProperty().bind(model.figures().timeProperty());
        clock.setTooltip(
                new Tooltip(
                        ZoneId.systemDefault()
                                .getDisplayName(TextStyle.FULL, Locale.getDefault())));
        Button question = new Button("?");
        question.setId("help");
        question.setAccessibleText(text("help.title"));
        question.setTooltip(new Tooltip(text("help.title")));
        question.getStyleClass().addAll("flat", "status-button");
        question.setFocusTraversable(false);
        question.setOnAction(event -> help.run());
        connection.joinLine(this);
        addRight(Rank.COUNTS, counts);
        addRight(Rank.AGE, newest);
        addRight(Rank.ALWAYS, clock);
        addRight(Rank.OWN, new OwnStatusMenu(model.roster().own()));
        addRight(Rank.NEWS, alerts(model));
        addRight(Rank.PEOPLE, people(model));
        addRight(Rank.NEWS, bell(model));
        addRight(Rank.HELP, question);
        addRight(Rank.ALWAYS, menu);
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

    private static Button alerts(MainViewModel model) {
        Button alerts = button("alert-button", "icon-alert", model.alerts()::toggle);
        alerts.getStyleClass().add("alert-toggle");
        count(alerts, model.alerts().unacknowledgedProperty(), "alert.button", "alert.button-open");
        return alerts;
    }

    private static Button bell(MainViewModel model) {
        Button bell = button("bell", "icon-bell", model::toggleNotifications);
        count(
                bell,
                model.notifications().unreadProperty(),
                "notification.bell",
                "notification.bell-unread");
        return bell;
    }

    /** Shows how many there are, in words too: by one key for none, by another for some. */
    private static void count(Button on, ReadOnlyIntegerProperty of, String none, String some) {
        Tooltip tooltip = new Tooltip();
        on.setTooltip(tooltip);
        of.subscribe(
                number -> {
                    int count = number.intValue();
                    on.setText(
                            count > MOST_COUNTED
                                    ? MOST_COUNTED + "+"
                                    : count == 0 ? "" : String.valueOf(count));
                    on.pseudoClassStateChanged(UNREAD, count > 0);
                    String words = count == 0 ? text(none) : text(some, count);
                    tooltip.setText(words);
                    on.setAccessibleText(words);
                });
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
}
