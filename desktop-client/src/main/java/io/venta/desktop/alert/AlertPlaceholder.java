package io.venta.desktop.alert;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.alert.rule.Rule;
import io.venta.desktop.alert.rule.RuleKind;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What stands where no alert is: that all is well, or which rules one could begin with. */
final class AlertPlaceholder extends StackPane {

    AlertPlaceholder(AlertViewModel model) {
        VBox well = words("alert.quiet", "alert.quiet.hint");
        Label watching = (Label) well.getChildren().getLast();
        VBox none = words("alert.no-rules", "alert.no-rules.hint");
        none.getChildren().add(offers(model));
        getChildren().addAll(well, none);
        InvalidationListener show =
                change -> {
                    long inForce = model.rules().all().stream().filter(Rule::enabled).count();
                    boolean ruled = !model.rules().all().isEmpty();
                    watching.setText(text("alert.quiet.hint", inForce, model.vendorCount()));
                    well.setVisible(ruled);
                    none.setVisible(!ruled);
                };
        model.revisionProperty().addListener(show);
        show.invalidated(model.revisionProperty());
    }

    /** A headline and a hint. */
    static VBox words(String headline, String hint) {
        Label first = new Label(text(headline));
        first.getStyleClass().add("empty-headline");
        Label second = new Label(text(hint));
        second.getStyleClass().add("empty-hint");
        for (Label label : new Label[] {first, second}) {
            label.setWrapText(true);
            label.setTextAlignment(TextAlignment.CENTER);
        }
        VBox words = new VBox(first, second);
        words.getStyleClass().add("empty");
        return words;
    }

    /** A button for each kind of rule as one would usually have it. */
    static VBox offers(AlertViewModel model) {
        VBox offers = new VBox();
        offers.getStyleClass().add("rule-offers");
        for (RuleKind kind : RuleKind.values()) {
            Button offer = new Button(kind.what(kind.usual()));
            offer.setId("offer-" + kind.key());
            offer.setMaxWidth(Double.MAX_VALUE);
            offer.setOnAction(event -> model.rules().put(Rule.usual(kind)));
            offers.getChildren().add(offer);
        }
        return offers;
    }
}
