package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fleet.filter.SavedFilter;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Asks under the search field what a filter shall be called; in sight only while it does. */
final class SaveBar extends HBox {

    private final FleetViewModel model;
    private final Runnable leave;
    private final TextField name = new TextField();
    private @Nullable SavedFilter renaming;

    /**
     * @param leave takes the keys when it is done
     */
    SaveBar(FleetViewModel model, Runnable leave) {
        this.model = model;
        this.leave = leave;
        getStyleClass().add("fleet-save");
        name.setId("filter-name");
        name.setPromptText(text("fleet.saved.name"));
        name.setAccessibleText(text("fleet.saved.name"));
        name.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button save = new Button(text("fleet.saved.ok"));
        save.setId("filter-name-ok");
        save.getStyleClass().add("accent");
        save.disableProperty().bind(name.textProperty().map(words -> !SavedFilter.isName(words)));
        save.setOnAction(event -> save());
        save.setMinWidth(USE_PREF_SIZE);
        Button cancel = new Button(text("fleet.saved.cancel"));
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> close());
        getChildren().addAll(name, save, cancel);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** For the name of the filter as it is, or another name of a saved one. */
    void ask(@Nullable SavedFilter saved) {
        renaming = saved;
        name.setText(saved == null ? "" : saved.name());
        setVisible(true);
        name.requestFocus();
        name.selectAll();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            save();
            event.consume();
        }
    }

    private void save() {
        if (!SavedFilter.isName(name.getText())) {
            return;
        }
        SavedFilter known = renaming;
        if (known == null) {
            model.saved()
                    .save(
                            new SavedFilter(
                                    name.getText(), model.filter(), model.sortProperty().get()));
        } else {
            model.saved().rename(known, name.getText());
        }
        close();
    }

    private void close() {
        setVisible(false);
        leave.run();
    }
}
