package io.venta.desktop.fleet.filter;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tools.jackson.core.type.TypeReference;

/**
 * The filters that the user saved, in the order they were. As one string they can be kept
 * elsewhere; one that cannot be read changes nothing. JavaFX thread only.
 */
public final class SavedFilters {

    private static final TypeReference<List<SavedFilter>> LIST = new TypeReference<>() {};
    private final ObservableList<SavedFilter> all = FXCollections.observableArrayList();
    private final ObservableList<SavedFilter> readOnly =
            FXCollections.unmodifiableObservableList(all);
    private final StringProperty stored = new SimpleStringProperty("");
    private boolean writing;

    /** Has none. */
    public SavedFilters() {
        stored.subscribe(this::read);
    }

    /** All of them; read only. */
    public ObservableList<SavedFilter> all() {
        return readOnly;
    }

    /** All of them as JSON, for what remembers them; set by it, they are read from there. */
    public StringProperty storedProperty() {
        return stored;
    }

    /** The first that says just this. */
    public Optional<SavedFilter> find(FleetFilter filter, FleetSort sort) {
        return all.stream()
                .filter(each -> each.filter().equals(filter) && each.sort().equals(sort))
                .findFirst();
    }

    /** Saves one; it takes the place of the one with that name. */
    public void save(SavedFilter filter) {
        int place = indexOf(filter.name());
        if (place >= 0) {
            all.set(place, filter);
        } else {
            all.add(filter);
        }
        write();
    }

    /** Gives one another name, and takes away the one that had it. */
    public void rename(SavedFilter filter, String name) {
        SavedFilter renamed = filter.called(name);
        all.removeIf(each -> !each.equals(filter) && each.name().equals(renamed.name()));
        all.replaceAll(each -> each.equals(filter) ? renamed : each);
        write();
    }

    /** Forgets one. */
    public void delete(SavedFilter filter) {
        all.remove(filter);
        write();
    }

    private int indexOf(String name) {
        return all.stream().map(SavedFilter::name).toList().indexOf(name);
    }

    private void write() {
        writing = true;
        stored.set(FilterJson.write(all));
        writing = false;
    }

    private void read(String json) {
        if (!writing) {
            FilterJson.read(json, LIST).ifPresent(all::setAll);
        }
    }
}
