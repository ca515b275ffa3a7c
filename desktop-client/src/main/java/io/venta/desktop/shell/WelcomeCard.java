package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * First help, in a corner of the map: where to look and what to press. It lies over nothing one has
 * to see, takes no focus, and stays away once it was dismissed.
 */
final class WelcomeCard extends VBox {

    private static final List<String> POINTS = List.of("list", "map", "news");

    private final BooleanProperty seen = new SimpleBooleanProperty(true);

    WelcomeCard(Runnable keys) {
        setId("welcome");
        getStyleClass().addAll("floating-card", "welcome");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        visibleProperty().bind(seen.not());
        Label title = new Label(text("welcome.title"));
        title.getStyleClass().add("toast-title");
        getChildren().add(title);
        for (String point : POINTS) {
            getChildren().add(point(point));
        }
        Button done = new Button(text("welcome.done"));
        done.setId("welcome-done");
        done.getStyleClass().add("accent");
        done.setOnAction(event -> dismiss());
        Hyperlink all = new Hyperlink(text("welcome.keys"));
        all.setId("welcome-keys");
        all.setOnAction(event -> keys.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(all, gap, done);
        foot.getStyleClass().add("toast-foot");
        getChildren().add(foot);
    }

    /** Whether the user knows it. */
    BooleanProperty seenProperty() {
        return seen;
    }

    void open() {
        seen.set(false);
    }

    void dismiss() {
        seen.set(true);
    }

    private static HBox point(String topic) {
        Label key = new Label(text("welcome." + topic + ".key"));
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        StackPane slot = new StackPane(key);
        slot.getStyleClass().add("welcome-slot");
        Label words = new Label(text("welcome." + topic));
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(slot, words);
        line.getStyleClass().add("welcome-point");
        return line;
    }
}
