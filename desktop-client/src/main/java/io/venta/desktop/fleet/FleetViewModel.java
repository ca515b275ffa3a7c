package io.venta.desktop.fleet;

import io.venta.desktop.fleet.export.FleetExport;
import io.venta.desktop.fleet.filter.FleetFilter;
import io.venta.desktop.fleet.filter.FleetIndex;
import io.venta.desktop.fleet.filter.FleetSort;
import io.venta.desktop.fleet.filter.PresenceFilter;
import io.venta.desktop.fleet.filter.SavedFilter;
import io.venta.desktop.fleet.filter.SavedFilters;
import io.venta.desktop.fleet.filter.StateFilter;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
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
 * keeps its rows: who came, went, got another name or state is arranged when the pointer leaves.
 * Another filter or order is the user's own change and counts at once. Rows that change places
 * because time passes do so once a second at most. JavaFX thread only.
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
        /** There are some, but the filter fits none. */
        NO_MATCHES
    }

    // Properties

    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<Set<StateFilter>> states = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<PresenceFilter> presence =
            new SimpleObjectProperty<>(PresenceFilter.ANY);
    private final ObjectProperty<FleetSort> sort = new SimpleObjectProperty<>(FleetSort.BY_NAME);
    private final BooleanProperty wide = new SimpleBooleanProperty();
    private final BooleanProperty pointed = new SimpleBooleanProperty();
    private final BooleanProperty outOfDate = new SimpleBooleanProperty();
    private final ObservableList<Vendor> shown = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Map<StateFilter, Integer>> counts =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Emptiness> emptiness =
            new ReadOnlyObjectWrapper<>(Emptiness.LOADING);

    private final Vendors vendors;
    private final Executor pulse;
    private final FleetExport export;
    private final FleetIndex index = new FleetIndex();
    private final SavedFilters saved = new SavedFilters();
    private final VendorSelection selection = new VendorSelection();
    private @Nullable RowsWatcher watcher;
    private boolean changed = true;
    private boolean stale;
    private boolean planned;
    private boolean setting;

    /**
     * @param vendors whom to list
     * @param pulse where rows are arranged anew, once for all changes before it
     * @param export where lists are written
     */
    public FleetViewModel(Vendors vendors, Executor pulse, FleetExport export) {
        this.vendors = vendors;
        this.pulse = pulse;
        this.export = export;
        vendors.all().addListener((javafx.beans.InvalidationListener) change -> plan());
        vendors.caughtUpProperty().addListener(change -> arrange(false));
        query.addListener((property, before, now) -> asked());
        states.addListener((property, before, now) -> asked());
        presence.addListener((property, before, now) -> asked());
        sort.addListener((property, before, now) -> asked());
        pointed.addListener((property, before, now) -> arrangeIfDue());
    }

    /** What the user searches for. */
    public StringProperty queryProperty() {
        return query;
    }

    /** Which states are shown; none: all. */
    public ObjectProperty<Set<StateFilter>> statesProperty() {
        return states;
    }

    /** Whether a device has to be connected. */
    public ObjectProperty<PresenceFilter> presenceProperty() {
        return presence;
    }

    /** In which order. */
    public ObjectProperty<FleetSort> sortProperty() {
        return sort;
    }

    /** Whether the list is a table. */
    public BooleanProperty wideProperty() {
        return wide;
    }

    /** Whether the pointer is over the list. */
    public BooleanProperty pointedProperty() {
        return pointed;
    }

    /** Whether what is shown may have changed unheard. */
    public BooleanProperty outOfDateProperty() {
        return outOfDate;
    }

    /** The selected vendor, or null; of several the one that leads. */
    public ObjectProperty<@Nullable Vendor> selectedProperty() {
        return selection.leadProperty();
    }

    /** All selected rows. */
    public ObservableList<Vendor> selection() {
        return selection.rows();
    }

    /** The rows, from the top. */
    public ObservableList<Vendor> shown() {
        return shown;
    }

    /** How many vendors there are in each state, of those who fit the rest of the filter. */
    public ReadOnlyObjectProperty<Map<StateFilter, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** Why there are no rows. */
    public ReadOnlyObjectProperty<Emptiness> emptinessProperty() {
        return emptiness.getReadOnlyProperty();
    }

    /** The filters that the user saved. */
    public SavedFilters saved() {
        return saved;
    }

    /** Where lists are written. */
    public FleetExport export() {
        return export;
    }

    /** The whole filter. */
    public FleetFilter filter() {
        return new FleetFilter(query.get(), states.get(), presence.get());
    }

    /** What alone keeps everybody out, the words last; null where no single part does. */
    FleetFilter.@Nullable Part culprit() {
        FleetFilter filter = filter();
        return filter.parts().stream()
                .filter(part -> index.count(filter.without(part)) > 0)
                .findFirst()
                .orElse(null);
    }

    // Commands

    /** Makes a list of the table, or a table of the list. */
    public void toggleWide() {
        wide.set(!wide.get());
    }

    /** Shows or hides those in a state. */
    public void toggle(StateFilter state) {
        Set<StateFilter> next = EnumSet.noneOf(StateFilter.class);
        next.addAll(states.get());
        if (!next.remove(state)) {
            next.add(state);
        }
        states.set(next);
    }

    /** Takes another filter and order, in one step. */
    public void apply(FleetFilter filter, FleetSort order) {
        setting = true;
        query.set(filter.text());
        states.set(filter.states());
        presence.set(filter.presence());
        sort.set(order);
        setting = false;
        arrange(true);
    }

    /** Takes a saved filter. */
    public void apply(SavedFilter filter) {
        apply(filter.filter(), filter.sort());
    }

    /** Selects rows, of which one leads. */
    public void choose(List<Vendor> rows, @Nullable Vendor lead) {
        selection.choose(rows, lead);
    }

    /** Lets time pass; called once a second, after the vendors'. */
    public void tick() {
        stale |= FleetIndex.changesByItself(filter(), sort.get());
        arrangeIfDue();
        counts.set(index.counts(filter()));
    }

    void watch(RowsWatcher view) {
        watcher = view;
    }

    /** Runs something in the next frame. */
    void soon(Runnable command) {
        pulse.execute(command);
    }

    private void plan() {
        changed = true;
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

    private void asked() {
        if (!setting) {
            arrange(true);
        }
    }

    private void arrangeIfDue() {
        if (stale && !pointed.get()) {
            arrange(false);
        }
    }

    private void arrange(boolean asked) {
        stale = false;
        if (changed) {
            changed = false;
            index.refresh(vendors.all());
        }
        FleetFilter filter = filter();
        List<Vendor> rows = index.arrange(filter, sort.get());
        if (!rows.equals(shown)) {
            replace(rows, asked);
        }
        counts.set(index.counts(filter));
        emptiness.set(judge());
    }

    private void replace(List<Vendor> rows, boolean asked) {
        RowsWatcher view = watcher;
        if (view != null) {
            view.before();
        }
        shown.setAll(rows);
        selection.keepTo(rows);
        if (view != null) {
            view.after(asked);
        }
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
