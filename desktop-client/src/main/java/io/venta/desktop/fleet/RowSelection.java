package io.venta.desktop.fleet;

import io.venta.desktop.vendor.Vendor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a control's selection and the model's the same. What the user does in the control is read
 * once a frame, when it is done: on the way JavaFX may show nothing as selected for a moment, which
 * would close the card. What the control makes of new rows is not listened to.
 */
final class RowSelection {

    /** Where JavaFX keeps from which row Shift extends: a place, at which another vendor may be. */
    private static final String ANCHOR = "anchor";

    private final Rows rows;
    private final FleetViewModel model;
    private boolean attached;
    private boolean applying;
    private boolean heard;

    RowSelection(Rows rows, FleetViewModel model) {
        this.rows = rows;
        this.model = model;
        rows.selection().setSelectionMode(SelectionMode.MULTIPLE);
        InvalidationListener hear = change -> hear();
        rows.selection().getSelectedItems().addListener(hear);
        rows.selection().selectedItemProperty().addListener(hear);
        InvalidationListener follow = change -> follow();
        model.selection().addListener(follow);
        model.selectedProperty().addListener(follow);
    }

    Rows rows() {
        return rows;
    }

    /** From now on its rows are the model's. */
    void attach() {
        applying = true;
        rows.items().accept(model.shown());
        attached = true;
        applying = false;
        apply(true);
    }

    /** Out of sight it has no rows. */
    void detach() {
        settle();
        attached = false;
        rows.items().accept(FXCollections.emptyObservableList());
    }

    /** Other rows are coming. */
    void before() {
        settle();
        applying = true;
    }

    /** They have come. */
    void after(boolean reveal) {
        applying = false;
        rows.control().getProperties().remove(ANCHOR);
        apply(reveal);
    }

    private void hear() {
        if (attached && !applying && !heard) {
            heard = true;
            model.soon(this::settle);
        }
    }

    /** Takes what the user did, if it was not taken yet. */
    void settle() {
        if (!heard) {
            return;
        }
        heard = false;
        if (attached) {
            MultipleSelectionModel<Vendor> selection = rows.selection();
            List<Vendor> chosen = List.copyOf(selection.getSelectedItems());
            @Nullable Vendor lead = selection.getSelectedItem();
            applying = true;
            model.choose(chosen, lead);
            applying = false;
        }
    }

    private void follow() {
        if (attached && !applying && !heard) {
            apply(true);
        }
    }

    private void apply(boolean reveal) {
        if (!attached) {
            return;
        }
        int[] indices = indices();
        int lead = lead();
        MultipleSelectionModel<Vendor> selection = rows.selection();
        boolean same =
                selection.getSelectedIndex() == lead
                        && Arrays.equals(
                                indices,
                                selection.getSelectedIndices().stream()
                                        .mapToInt(Integer::intValue)
                                        .toArray());
        if (!same) {
            applying = true;
            select(selection, indices, lead);
            applying = false;
        }
        if (reveal && lead >= 0 && !rows.control().isHover()) {
            rows.reveal(lead);
        }
    }

    private void select(MultipleSelectionModel<Vendor> selection, int[] indices, int lead) {
        selection.clearSelection();
        if (indices.length > 0) {
            selection.selectIndices(indices[0], Arrays.copyOfRange(indices, 1, indices.length));
        }
        if (lead >= 0) {
            selection.select(lead);
            rows.focus().focus(lead);
        }
    }

    private int[] indices() {
        Set<Vendor> chosen = new HashSet<>(model.selection());
        List<Vendor> shown = model.shown();
        return chosen.isEmpty()
                ? new int[0]
                : IntStream.range(0, shown.size())
                        .filter(i -> chosen.contains(shown.get(i)))
                        .toArray();
    }

    private int lead() {
        Vendor lead = model.selectedProperty().get();
        return lead == null || !model.selection().contains(lead) ? -1 : model.shown().indexOf(lead);
    }
}
