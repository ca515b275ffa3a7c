package io.venta.desktop.shell;

import io.venta.desktop.alert.AlertViewModel;
import io.venta.desktop.fx.Chime;
import io.venta.desktop.fx.CommandNotice;
import io.venta.desktop.fx.SystemNotice;
import io.venta.desktop.notification.Lead;
import io.venta.desktop.notification.NotificationViewModel;
import java.util.concurrent.Executor;
import javafx.stage.Window;

/** How this installation alerts: by which rules, with which sounds and messages. */
final class AlertHabits {

    private final Memory memory;
    private final Executor background;

    AlertHabits(Memory memory, Executor background) {
        this.memory = memory;
        this.background = background;
    }

    /** Gives the alerts what is remembered, and remembers what becomes of it. */
    void remember(AlertViewModel alerts) {
        memory.text("alerts.rules", alerts.storedRulesProperty());
        memory.flag("alerts.muted", alerts.mutedProperty());
        memory.flag("alerts.by-system", alerts.bySystemProperty());
    }

    /**
     * Has alerts told over the map while the drawer does not show them, with a sound, and by the
     * system where nobody looks.
     */
    void tell(AlertViewModel alerts, NotificationViewModel messages, Window window) {
        SystemNotice notice = CommandNotice.ofSystem(background);
        alerts.onToast(
                alert ->
                        messages.say(
                                alert.title(),
                                alert.words(),
                                new Lead(alerts.openProperty(), () -> alerts.show(alert))));
        alerts.openProperty().addListener(change -> messages.dropNeedless());
        alerts.onNotice(alert -> notice.show(alert.title(), alert.words()));
        alerts.onAlarm(new Chime(background));
        alerts.inFrontProperty().bind(window.focusedProperty());
    }
}
