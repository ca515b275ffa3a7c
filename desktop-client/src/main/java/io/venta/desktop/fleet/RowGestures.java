package io.venta.desktop.fleet;

import io.venta.desktop.vendor.Vendor;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Control;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * What mouse, finger and keys do with rows, but for selecting them, which JavaFX does. The menu is
 * that of the row it is asked for, which leads from then on: alone, or with all that are selected
 * where it is one of them.
 */
final class RowGestures {

    private static final double MENU_INDENT = 24;

    private final RowSelection selection;
    private final FleetViewModel model;
    private final FleetCommands commands;
    private final RowMenu menu;

    RowGestures(
            RowSelection selection, FleetViewModel model, FleetCommands commands, RowMenu menu) {
        this.selection = selection;
        this.model = model;
        this.commands = commands;
        this.menu = menu;
    }

    /** From now on they do it. */
    void listen() {
        Control control = control();
        control.setContextMenu(menu);
        control.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuAsked);
        control.addEventFilter(KeyEvent.KEY_PRESSED, this::filterKey);
        control.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        control.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    private Control control() {
        return selection.rows().control();
    }

    /** A finger asks before it is lifted, and selects only then. */
    private void menuAsked(ContextMenuEvent event) {
        Vendor vendor = Rows.vendorAt(event.getPickResult().getIntersectedNode());
        if (event.isKeyboardTrigger()) {
            event.consume();
            openMenuByKey();
        } else if (vendor == null) {
            event.consume();
        } else {
            lead(vendor);
        }
    }

    private void filterKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            // The rows would keep it to themselves, to end an editing that there is not.
            event.consume();
            control().getParent().fireEvent(event.copyFor(control(), control().getParent()));
        } else if (event.getCode() == KeyCode.A && event.isShortcutDown()) {
            event.consume();
            selectAll();
        } else if (asksForMenu(event)) {
            event.consume();
            openMenuByKey();
        }
    }

    /** JavaFX asks by itself on some systems only. */
    private static boolean asksForMenu(KeyEvent event) {
        return event.getCode() == KeyCode.CONTEXT_MENU
                || (event.getCode() == KeyCode.F10 && event.isShiftDown());
    }

    private void openMenuByKey() {
        Rows rows = selection.rows();
        Vendor vendor = rows.focus().getFocusedItem();
        if (vendor == null || menu.isShowing()) {
            return;
        }
        lead(vendor);
        int index = rows.focus().getFocusedIndex();
        rows.reveal(index);
        @Nullable Bounds place = rows.onScreen(index);
        if (place != null) {
            menu.show(control(), place.getMinX() + MENU_INDENT, place.getMaxY());
        }
    }

    private void lead(Vendor vendor) {
        selection.settle();
        List<Vendor> selected = List.copyOf(model.selection());
        model.choose(selected.contains(vendor) ? selected : List.of(vendor), vendor);
    }

    private void selectAll() {
        Vendor lead = model.selectedProperty().get();
        boolean leads = lead != null && model.shown().contains(lead);
        List<Vendor> all = List.copyOf(model.shown());
        model.choose(all, leads || all.isEmpty() ? lead : all.getFirst());
    }

    private void key(KeyEvent event) {
        selection.settle();
        Vendor vendor = model.selectedProperty().get();
        if (event.getCode() == KeyCode.ENTER && vendor != null) {
            commands.centre(vendor);
            event.consume();
        }
    }

    private void click(MouseEvent event) {
        selection.settle();
        Vendor vendor = Rows.vendorAt(event.getPickResult().getIntersectedNode());
        if (event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 2
                && vendor != null) {
            commands.centre(vendor);
        }
    }
}
