package io.venta.desktop.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/**
 * How everything looks: light or dark, as the system has it or as the user chose, and how large.
 * JavaFX thread only.
 */
final class Theme {

    /** What the user can choose. */
    enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    private static final String SHEET =
            Objects.requireNonNull(
                            Theme.class.getResource("/io/venta/desktop/venta.css"), "venta.css")
                    .toExternalForm();

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final Zoom zoom = new Zoom();

    /** Held here alone, so that the system's preferences outlive a theme without keeping it. */
    private final InvalidationListener system = scheme -> update();

    Theme() {
        Platform.getPreferences()
                .colorSchemeProperty()
                .addListener(new WeakInvalidationListener(system));
        update();
        choice.addListener((property, before, now) -> update());
        dark.subscribe(Theme::useSheet);
    }

    ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    Zoom zoom() {
        return zoom;
    }

    /** Gives a scene our style sheet and keeps its root's class as the theme is. */
    void dress(Scene scene) {
        scene.getStylesheets().add(SHEET);
        scene.rootProperty().subscribe(root -> mark(scene));
        dark.subscribe(isDark -> mark(scene));
    }

    private void mark(Scene scene) {
        scene.getRoot().getStyleClass().remove("dark");
        if (dark.get()) {
            scene.getRoot().getStyleClass().add("dark");
        }
    }

    private void update() {
        dark.set(
                switch (choice.get()) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                });
    }

    private static void useSheet(boolean isDark) {
        Application.setUserAgentStylesheet(
                (isDark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    }
}
