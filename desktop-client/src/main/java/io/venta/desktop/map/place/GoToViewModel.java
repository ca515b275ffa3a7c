package io.venta.desktop.map.place;

import static io.venta.desktop.fx.Texts.text;

import io.venta.model.location.GeoPosition;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Going to a place: what is typed, what is wrong with it, where the pin is. JavaFX thread only. */
public final class GoToViewModel {

    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty words = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable GeoPosition> pin = new ReadOnlyObjectWrapper<>();
    private final Consumer<GeoPosition> fly;

    /**
     * @param fly brings the map to a place
     */
    public GoToViewModel(Consumer<GeoPosition> fly) {
        this.fly = fly;
        words.subscribe(() -> error.set(""));
    }

    /** Whether the field is shown. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** What is typed. */
    public StringProperty wordsProperty() {
        return words;
    }

    /** What is wrong with it, in words; empty while nothing is. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** Where the pin is; null while there is none. */
    public ReadOnlyObjectProperty<@Nullable GeoPosition> pinProperty() {
        return pin.getReadOnlyProperty();
    }

    /** Goes there and leaves a pin, or says why not. */
    public void submit() {
        try {
            GeoPosition place = Coordinates.parse(words.get());
            pin.set(place);
            open.set(false);
            words.set("");
            fly.accept(place);
        } catch (Coordinates.UnreadableException e) {
            error.set(text(e.key()));
        }
    }

    /** Shows or hides the field. */
    public void toggle() {
        open.set(!open.get());
    }

    /** One step back: the field, else the pin; false if there is neither. */
    public boolean back() {
        boolean any = open.get() || pin.get() != null;
        if (open.get()) {
            open.set(false);
        } else {
            pin.set(null);
        }
        return any;
    }
}
