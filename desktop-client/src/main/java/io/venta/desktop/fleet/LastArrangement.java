package io.venta.desktop.fleet;

import io.venta.desktop.fleet.filter.Arrangement;
import io.venta.desktop.fleet.filter.FleetFilter;
import javafx.beans.InvalidationListener;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * How the list was left, as a string that outlives it. The words of the search are a question of
 * the moment, not a way to look at the fleet: they are not kept. JavaFX thread only.
 */
public final class LastArrangement {

    private final FleetViewModel model;
    private final StringProperty stored = new SimpleStringProperty("");
    private boolean writing;

    /**
     * @param model the list
     */
    public LastArrangement(FleetViewModel model) {
        this.model = model;
        InvalidationListener write = change -> write();
        model.statesProperty().addListener(write);
        model.presenceProperty().addListener(write);
        model.sortProperty().addListener(write);
        stored.subscribe(this::read);
    }

    /** The last one as JSON; set to an earlier one, the list is arranged so again. */
    public StringProperty storedProperty() {
        return stored;
    }

    private void write() {
        writing = true;
        stored.set(new Arrangement(model.filter(), model.sortProperty().get()).toJson());
        writing = false;
    }

    private void read(String json) {
        if (!writing) {
            Arrangement.ofJson(json).ifPresent(this::take);
        }
    }

    private void take(Arrangement last) {
        FleetFilter filter = last.filter();
        model.apply(
                new FleetFilter(model.queryProperty().get(), filter.states(), filter.presence()),
                last.sort());
    }
}
