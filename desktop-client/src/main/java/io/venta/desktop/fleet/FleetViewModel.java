package io.venta.desktop.fleet;

import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Who is in the list, in which order, and who is selected. While the pointer is over the list it
 * keeps its rows: who came, went or got another name is arranged when the pointer leaves. A new
 * search is the user's own change and counts at once. JavaFX thread only.
 */
public final class FleetViewModel {

    /** Why the list is empty, if it is. */
    public enum Emptiness {
        /** It is not. */
        NONE,
        /** The last known vendors have not come yet. */
        LOADING,
        /** There are none. */
        NO_VENDORS,
        /** There are some, but the search fits none. */
        NO_MATCHES
    }

    // Properties

    private final StringProperty query = new SimpleStringProperty("");
    private final BooleanProperty pointed = new SimpleBooleanProperty();
    private final BooleanProperty outOfDate = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Vendor> selected = new SimpleObjectProperty<>();
    private final ObservableList<Vendor> shown = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Emptiness> emptiness =
            new ReadOnlyObjectWrapper<>(Emptiness.LOADING);

    private final Vendors vendors;
    private final Executor pulse;
    private final VendorOrder order = new VendorOrder();
    private boolean stale;
    private boolean planned;

    /**
     * @param vendors whom to list
     * @param pulse where rows are arranged anew, once for all changes before it
     */
    public FleetViewModel(Vendors vendors, Executor pulse) {
        this.vendors = vendors;
        this.pulse = pulse;
        InvalidationListener changed = change -> plan();
        vendors.all().addListener(changed);
        vendors.caughtUpProperty().addListener(change -> arrange());
        query.addListener((property, before, now) -> arrange());
        pointed.addListener((property, before, now) -> arrangeIfDue());
    }

    /** What the user searches for. */
    public StringProperty queryProperty() {
        return query;
    }

    /** Whether the pointer is over the list. */
    public BooleanProperty pointedProperty() {
        return pointed;
    }

    /** Whether what is shown may have changed unheard. */
    public BooleanProperty outOfDateProperty() {
        return outOfDate;
    }

    /** The selected vendor, or null. */
    public ObjectProperty<@Nullable Vendor> selectedProperty() {
        return selected;
    }

    /** The rows, from the top. */
    public ObservableList<Vendor> shown() {
        return shown;
    }

    /** Why there are no rows. */
    public ReadOnlyObjectProperty<Emptiness> emptinessProperty() {
        return emptiness.getReadOnlyProperty();
    }

    private void plan() {
        stale = true;
        if (!planned) {
            planned = true;
            pulse.execute(
                    () -> {
                        planned = false;
                        arrangeIfDue();
                    });
        }
    }

    private void arrangeIfDue() {
        if (stale && !pointed.get()) {
            arrange();
        }
    }

    private void arrange() {
        stale = false;
        List<Vendor> rows = order.arrange(vendors.all(), new Query(query.get()));
        if (!rows.equals(shown)) {
            shown.setAll(rows);
        }
        emptiness.set(judge());
    }

    private Emptiness judge() {
        if (!shown.isEmpty()) {
            return Emptiness.NONE;
        }
        if (!vendors.all().isEmpty()) {
            return Emptiness.NO_MATCHES;
        }
        return vendors.caughtUpProperty().get() ? Emptiness.NO_VENDORS : Emptiness.LOADING;
    }
}
