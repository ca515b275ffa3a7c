package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fleet.FleetViewModel.Emptiness;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;

/** What stands where there are no rows: a skeleton while loading, else why and what to do. */
final class FleetPlaceholder extends StackPane {

    private static final int SKELETON_ROWS = 12;
    private static final Duration PATIENCE = Duration.millis(300);

    FleetPlaceholder(FleetViewModel model) {
        getStyleClass().add("fleet-placeholder");
        BooleanBinding loading = model.emptinessProperty().isEqualTo(Emptiness.LOADING);
        VBox skeleton = skeleton();
        skeleton.visibleProperty().bind(loading);
        skeleton.setOpacity(0);
        PauseTransition wait = new PauseTransition(PATIENCE);
        wait.setOnFinished(event -> skeleton.setOpacity(1));
        wait.play();

        Label headline = new Label();
        headline.setId("empty");
        headline.getStyleClass().add("empty-headline");
        headline.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        noMatches(model)
                                                ? text(
                                                        "fleet.no-matches",
                                                        model.queryProperty().get())
                                                : text("fleet.no-vendors"),
                                model.emptinessProperty(),
                                model.queryProperty()));
        Label hint = new Label(text("fleet.no-vendors.hint"));
        hint.getStyleClass().add("empty-hint");
        Button clear = new Button(text("fleet.clear"));
        clear.setOnAction(event -> model.queryProperty().set(""));
        BooleanBinding matchless = model.emptinessProperty().isEqualTo(Emptiness.NO_MATCHES);
        showIf(hint, matchless.not());
        showIf(clear, matchless);
        for (Label label : new Label[] {headline, hint}) {
            label.setWrapText(true);
            label.setTextAlignment(TextAlignment.CENTER);
        }
        VBox words = new VBox(headline, hint, clear);
        words.getStyleClass().add("empty");
        words.visibleProperty().bind(loading.not());
        getChildren().addAll(skeleton, words);
    }

    private static boolean noMatches(FleetViewModel model) {
        return model.emptinessProperty().get() == Emptiness.NO_MATCHES;
    }

    private static void showIf(Region node, BooleanBinding condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    private static VBox skeleton() {
        VBox rows = new VBox();
        rows.getStyleClass().add("skeleton");
        for (int i = 0; i < SKELETON_ROWS; i++) {
            Region name = new Region();
            name.getStyleClass().add("skeleton-bar");
            name.setMaxWidth(120 + 23 * (i * 7 % 5));
            Region kind = new Region();
            kind.getStyleClass().addAll("skeleton-bar", "skeleton-thin");
            kind.setMaxWidth(60 + 11 * (i * 3 % 4));
            VBox row = new VBox(name, kind);
            row.getStyleClass().add("skeleton-row");
            rows.getChildren().add(row);
        }
        return rows;
    }
}
