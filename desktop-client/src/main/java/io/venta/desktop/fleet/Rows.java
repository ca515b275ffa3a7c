package io.venta.desktop.fleet;

import io.venta.desktop.vendor.Vendor;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.FocusModel;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * What a list and a table of vendors have in common, which JavaFX gives no name.
 *
 * @param control the list or the table itself
 * @param items takes the rows
 * @param selection its own notion of what is selected
 * @param focus its own notion of where the keys are
 * @param scroll brings a row to the top
 */
record Rows(
        Control control,
        Consumer<ObservableList<Vendor>> items,
        MultipleSelectionModel<Vendor> selection,
        FocusModel<Vendor> focus,
        IntConsumer scroll) {

    private static final int ROWS_ABOVE = 3;

    static Rows of(ListView<Vendor> list) {
        return new Rows(
                list,
                list::setItems,
                list.getSelectionModel(),
                list.getFocusModel(),
                list::scrollTo);
    }

    static Rows of(TableView<Vendor> table) {
        return new Rows(
                table,
                table::setItems,
                table.getSelectionModel(),
                table.getFocusModel(),
                table::scrollTo);
    }

    /** Those of {@code all} whose rows can be seen, from the top. */
    List<Vendor> inSight(List<Vendor> all) {
        if (control.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && flow.getLastVisibleCell() != null) {
            int last = Math.min(flow.getLastVisibleCell().getIndex() + 1, all.size());
            int first = Math.min(flow.getFirstVisibleCell().getIndex(), last);
            return List.copyOf(all.subList(first, last));
        }
        return List.of();
    }

    /** The vendor in whose row a node lies; null in a head, and under the last row. */
    static @Nullable Vendor vendorAt(@Nullable Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof Cell<?> cell && cell.getItem() instanceof Vendor vendor) {
                return vendor;
            }
        }
        return null;
    }

    /** Where a row is on the screen; null where it is not in sight. */
    @Nullable Bounds onScreen(int index) {
        control.layout();
        @Nullable Node row =
                control.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                        ? flow.getVisibleCell(index)
                        : null;
        return row == null ? null : row.localToScreen(row.getLayoutBounds());
    }

    /** Scrolls only where the row is not in sight, so that nothing jumps. */
    void reveal(int index) {
        if (control.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && flow.getLastVisibleCell() != null
                && index > flow.getFirstVisibleCell().getIndex()
                && index < flow.getLastVisibleCell().getIndex()) {
            return;
        }
        scroll.accept(Math.max(0, index - ROWS_ABOVE));
    }
}
