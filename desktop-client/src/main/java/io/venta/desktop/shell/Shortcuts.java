package io.venta.desktop.shell;

import static io.venta.desktop.shell.Shortcut.chord;
import static io.venta.desktop.shell.Shortcut.escape;
import static io.venta.desktop.shell.Shortcut.told;
import static io.venta.desktop.shell.Shortcut.typed;

import io.venta.desktop.fleet.FleetView;
import io.venta.desktop.shell.Shortcut.Group;
import java.util.List;

/** The keys of the main view. Each is a line; the help lists the same lines. */
final class Shortcuts {

    private final MainViewModel model;
    private final HelpView help;
    private final WelcomeCard welcome;

    Shortcuts(MainViewModel model, HelpView help, WelcomeCard welcome) {
        this.model = model;
        this.help = help;
        this.welcome = welcome;
    }

    ShortcutTable table(FleetView fleet, Zoom zoom) {
        return new ShortcutTable(
                        List.of(
                                typed(Group.LIST, "search", "/", fleet::focusSearch),
                                told(Group.LIST, "arrows", "arrows"),
                                told(Group.LIST, "centre", "enter"),
                                typed(Group.MAP, "follow", "f", model.map()::toggleFollow),
                                typed(Group.MAP, "fit", "0", model.map()::fitAll),
                                typed(Group.MAP, "zoom-in", "+=", () -> model.map().zoomBy(1)),
                                typed(Group.MAP, "zoom-out", "-", () -> model.map().zoomBy(-1)),
                                typed(Group.MAP, "goto", "g", model.map().goTo()::toggle),
                                told(Group.MAP, "pan", "all-arrows"),
                                typed(Group.LIST, "table", "t", model.fleet()::toggleWide),
                                told(Group.LIST, "filters", "digits"),
                                typed(Group.PANELS, "alerts", "a", model.alerts()::toggle),
                                typed(Group.PANELS, "people", "p", model::toggleRoster),
                                typed(Group.PANELS, "news", "n", model::toggleNotifications),
                                escape(Group.WINDOW, "back", this::back),
                                typed(Group.WINDOW, "help", "?", help::toggle)))
                .and(everywhere(zoom));
    }

    /** The keys that work before anybody signed in as well. */
    static ShortcutTable everywhere(Zoom zoom) {
        return new ShortcutTable(
                List.of(
                        chord(Group.WINDOW, "larger", "+", zoom::enlarge),
                        chord(Group.WINDOW, "smaller", "-", zoom::reduce),
                        chord(Group.WINDOW, "actual-size", "0", zoom::reset)));
    }

    /**
     * One step back: close the help, else what is over the map, else go to now, else stop
     * following, else deselect.
     */
    private void back() {
        if (help.isVisible()) {
            help.toggle();
        } else if (!model.map().goTo().back()
                && !model.drawers().close()
                && !model.details().backToLive()) {
            if (model.map().followingProperty().get()) {
                model.map().toggleFollow();
            } else if (model.map().selectedProperty().get() != null) {
                model.map().selectedProperty().set(null);
            } else {
                welcome.dismiss();
            }
        }
    }
}
