package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;

/** The menu at the end of the status line: who is signed in, theme and size, help, signing out. */
final class MainMenu extends MenuButton {

    MainMenu(MainViewModel model, Theme theme, Runnable welcome, Runnable help, Runnable signOut) {
        setId("menu");
        setAccessibleText(text("menu.title"));
        getStyleClass().addAll("flat", "status-button", "main-menu");
        setFocusTraversable(false);
        Region dots = new Region();
        dots.getStyleClass().addAll("icon", "icon-menu");
        setGraphic(dots);
        MenuItem who = new MenuItem(text("menu.user", model.user(), model.server()));
        who.setDisable(true);
        getItems().addAll(who, new SeparatorMenuItem());
        ToggleGroup group = new ToggleGroup();
        for (Theme.Choice choice : Theme.Choice.values()) {
            RadioMenuItem item =
                    new RadioMenuItem(text("menu.theme." + choice.name().toLowerCase(Locale.ROOT)));
            item.setToggleGroup(group);
            item.setSelected(theme.choiceProperty().get() == choice);
            item.setOnAction(event -> theme.choiceProperty().set(choice));
            getItems().add(item);
        }
        Zoom zoom = theme.zoom();
        getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("help.larger", zoom::enlarge),
                        item("help.smaller", zoom::reduce),
                        item("help.actual-size", zoom::reset),
                        new SeparatorMenuItem(),
                        item("welcome.menu", welcome),
                        item("help.title", help),
                        item("menu.sign-out", signOut));
    }

    private static MenuItem item(String key, Runnable command) {
        MenuItem item = new MenuItem(text(key));
        item.setOnAction(event -> command.run());
        return item;
    }
}
