package io.venta.desktop.shell;

import io.venta.desktop.fleet.FleetView;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys that work wherever the focus is, but not while somebody types. */
final class Shortcuts {

    private final MainViewModel model;
    private final FleetView fleet;
    private final HelpView help;

    Shortcuts(MainViewModel model, FleetView fleet, HelpView help) {
        this.model = model;
        this.fleet = fleet;
        this.help = help;
    }

    void handle(KeyEvent event) {
        boolean typing =
                event.getTarget() instanceof javafx.scene.Node node
                        && focusOwner(node.getScene()) instanceof TextInputControl;
        boolean chord = event.isControlDown() || event.isAltDown() || event.isMetaDown();
        if (chord || (typing && event.getCode() != KeyCode.ESCAPE)) {
            return;
        }
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            typed(event);
        } else if (event.getEventType() == KeyEvent.KEY_PRESSED
                && event.getCode() == KeyCode.ESCAPE) {
            back();
            event.consume();
        }
    }

    private static javafx.scene.@org.jspecify.annotations.Nullable Node focusOwner(
            @org.jspecify.annotations.Nullable Scene scene) {
        return scene == null ? null : scene.getFocusOwner();
    }

    private void typed(KeyEvent event) {
        switch (event.getCharacter()) {
            case "/" -> fleet.focusSearch();
            case "f", "F" -> model.map().toggleFollow();
            case "0" -> model.map().fitAll();
            case "+", "=" -> model.map().zoomBy(1);
            case "-" -> model.map().zoomBy(-1);
            case "p", "P" -> model.toggleRoster();
            case "n", "N" -> model.toggleNotifications();
            case "?" -> help.toggle();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /**
     * One step back: close the help, else a panel, else go to now, else stop following, else
     * deselect.
     */
    private void back() {
        if (help.isVisible()) {
            help.toggle();
        } else if (!model.drawers().close() && !model.details().backToLive()) {
            if (model.map().followingProperty().get()) {
                model.map().toggleFollow();
            } else {
                model.map().selectedProperty().set(null);
            }
        }
    }
}
