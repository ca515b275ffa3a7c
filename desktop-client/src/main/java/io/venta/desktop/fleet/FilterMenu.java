package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fleet.filter.FleetFilter;
import io.venta.desktop.fleet.filter.FleetSort;
import io.venta.desktop.fleet.filter.PresenceFilter;
import io.venta.desktop.fleet.filter.SavedFilter;
import io.venta.desktop.fleet.filter.StateFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * The filters that the user saved, each of the first nine with a key, what can be done with them,
 * and what has no chip. Its button shows whether something hidden here is on.
 */
final class FilterMenu extends MenuButton {

    private static final KeyCode[] DIGITS = {
        KeyCode.DIGIT1,
        KeyCode.DIGIT2,
        KeyCode.DIGIT3,
        KeyCode.DIGIT4,
        KeyCode.DIGIT5,
        KeyCode.DIGIT6,
        KeyCode.DIGIT7,
        KeyCode.DIGIT8,
        KeyCode.DIGIT9
    };
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final FleetViewModel model;
    private final ExportCommand export;
    private final Consumer<@Nullable SavedFilter> naming;

    /**
     * @param naming asks for a saved filter's new name; for null, for the name of a new one
     */
    FilterMenu(FleetViewModel model, ExportCommand export, Consumer<@Nullable SavedFilter> naming) {
        this.model = model;
        this.export = export;
        this.naming = naming;
        setId("filters");
        Icons.dress(this, "icon-filter", "fleet.filters");
        InvalidationListener rebuild = change -> rebuild();
        model.saved().all().addListener(rebuild);
        model.queryProperty().addListener(rebuild);
        model.statesProperty().addListener(rebuild);
        model.presenceProperty().addListener(rebuild);
        model.sortProperty().addListener(rebuild);
        showingProperty().addListener(rebuild);
        rebuild();
    }

    private void rebuild() {
        FleetFilter filter = model.filter();
        FleetSort sort = model.sortProperty().get();
        SavedFilter current = model.saved().find(filter, sort).orElse(null);
        List<MenuItem> items = new ArrayList<>();
        List<SavedFilter> saved = model.saved().all();
        for (int i = 0; i < saved.size(); i++) {
            items.add(saved(saved.get(i), i, current));
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.addAll(current == null ? List.of(save(filter, sort)) : changes(current));
        items.add(new SeparatorMenuItem());
        for (PresenceFilter each : PresenceFilter.values()) {
            items.add(presence(each));
        }
        items.add(unlocated());
        items.add(new SeparatorMenuItem());
        items.addAll(whole(filter));
        getItems().setAll(items);
        pseudoClassStateChanged(
                ON,
                filter.presence() != PresenceFilter.ANY
                        || filter.states().contains(StateFilter.UNLOCATED)
                        || current != null);
    }

    private MenuItem save(FleetFilter filter, FleetSort sort) {
        MenuItem save = item("save", text("fleet.saved.save"), () -> naming.accept(null));
        save.setDisable(filter.parts().isEmpty() && sort.equals(FleetSort.BY_NAME));
        return save;
    }

    private List<MenuItem> changes(SavedFilter known) {
        return List.of(
                item(
                        "rename",
                        text("fleet.saved.rename", known.name()),
                        () -> naming.accept(known)),
                item(
                        "delete",
                        text("fleet.saved.delete", known.name()),
                        () -> model.saved().delete(known)));
    }

    private List<MenuItem> whole(FleetFilter filter) {
        MenuItem clear =
                item(
                        "clear",
                        text("fleet.clear.all"),
                        () -> model.apply(FleetFilter.NONE, model.sortProperty().get()));
        clear.setDisable(filter.parts().isEmpty());
        int shown = model.shown().size();
        MenuItem all = item("export", text("fleet.export.shown", shown), export::shown);
        all.setDisable(shown == 0 || model.export().busyProperty().get());
        return List.of(clear, all);
    }

    private MenuItem saved(SavedFilter filter, int place, @Nullable SavedFilter current) {
        RadioMenuItem item = new RadioMenuItem(filter.name());
        item.setMnemonicParsing(false);
        item.setId("saved-" + (place + 1));
        item.setSelected(filter.equals(current));
        item.setOnAction(event -> model.apply(filter));
        if (place < DIGITS.length) {
            item.setAccelerator(
                    new KeyCodeCombination(DIGITS[place], KeyCombination.SHORTCUT_DOWN));
        }
        return item;
    }

    private MenuItem presence(PresenceFilter each) {
        RadioMenuItem item = new RadioMenuItem(text("fleet.presence." + each.key()));
        item.setId("presence-" + each.key());
        item.setSelected(model.presenceProperty().get() == each);
        item.setOnAction(event -> model.presenceProperty().set(each));
        return item;
    }

    private MenuItem unlocated() {
        int count = model.countsProperty().get().getOrDefault(StateFilter.UNLOCATED, 0);
        CheckMenuItem item = new CheckMenuItem(text("fleet.unlocated", count));
        item.setId("chip-unlocated");
        item.setSelected(model.statesProperty().get().contains(StateFilter.UNLOCATED));
        item.setOnAction(event -> model.toggle(StateFilter.UNLOCATED));
        return item;
    }

    private static MenuItem item(String id, String words, Runnable command) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setId("filter-" + id);
        item.setOnAction(event -> command.run());
        return item;
    }
}
