package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fleet.FleetViewModel.Emptiness;
import io.venta.desktop.fleet.filter.FleetFilter;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
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

    private final Label headline = new Label();
    private final Button clear = new Button();

    FleetPlaceholder(FleetViewModel model) {
        getStyleClass().add("fleet-placeholder");
        BooleanBinding loading = model.emptinessProperty().isEqualTo(Emptiness.LOADING);
        VBox skeleton = skeleton();
        skeleton.visibleProperty().bind(loading);
        skeleton.setOpacity(0);
        PauseTransition wait = new PauseTransition(PATIENCE);
        wait.setOnFinished(event -> skeleton.setOpacity(1));
        wait.play();

        headline.setId("empty");
        headline.getStyleClass().add("empty-headline");
        Label hint = new Label(text("fleet.no-vendors.hint"));
        hint.getStyleClass().add("empty-hint");
        clear.setId("empty-clear");
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
        InvalidationListener explain = change -> explain(model);
        model.emptinessProperty().addListener(explain);
        model.queryProperty().addListener(explain);
        model.statesProperty().addListener(explain);
        model.presenceProperty().addListener(explain);
        explain(model);
    }

    /** Which part of the filter to blame, and the way to be rid of it. */
    private void explain(FleetViewModel model) {
        if (model.emptinessProperty().get() != Emptiness.NO_MATCHES) {
            headline.setText(text("fleet.no-vendors"));
            return;
        }
        FleetFilter filter = model.filter();
        FleetFilter.Part culprit = model.culprit();
        String key = culprit == null ? "all" : culprit.name().toLowerCase(Locale.ROOT);
        boolean other = culprit == FleetFilter.Part.STATES && !filter.text().isEmpty();
        String presence = text("fleet.presence." + filter.presence().key());
        headline.setText(
                text(
                        "fleet.no-matches." + (other ? "states-text" : key),
                        Names.oneLine(filter.text()),
                        presence));
        clear.setText(text("fleet.clear." + key));
        clear.setOnAction(
                event ->
                        model.apply(
                                culprit == null ? FleetFilter.NONE : filter.without(culprit),
                                model.sortProperty().get()));
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
