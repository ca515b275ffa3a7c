package io.venta.desktop.shell;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/**
 * All keys that do something wherever the focus is: whoever shows them and whoever acts on them.
 */
record ShortcutTable(List<Shortcut> rows) {

    ShortcutTable {
        rows = List.copyOf(rows);
    }

    /** Both. */
    ShortcutTable and(ShortcutTable more) {
        return new ShortcutTable(Stream.concat(rows.stream(), more.rows.stream()).toList());
    }

    /** Acts on a key that one of them means. */
    void handle(KeyEvent event) {
        boolean typing =
                event.getTarget() instanceof Node node
                        && node.getScene() != null
                        && node.getScene().getFocusOwner() instanceof TextInputControl;
        if (rows.stream().anyMatch(row -> row.take(event, typing))) {
            event.consume();
        }
    }
}
