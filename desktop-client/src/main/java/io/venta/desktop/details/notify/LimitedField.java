package io.venta.desktop.details.notify;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.RowLine;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/** A field under its caption, with a count of what is written and what may be. */
final class LimitedField extends VBox {

    private static final PseudoClass TOO_LONG = PseudoClass.getPseudoClass("too-long");

    LimitedField(String caption, TextInputControl field, int longest) {
        getStyleClass().add("notify-field");
        Label name = new Label(caption);
        name.setLabelFor(field);
        Label count = new Label();
        count.setId(field.getId() + "-count");
        count.getStyleClass().add("notify-count");
        count.setMinWidth(USE_PREF_SIZE);
        field.setAccessibleText(caption);
        field.textProperty()
                .subscribe(
                        words -> {
                            int length = words.strip().length();
                            count.setText(text("notify.count", length, longest));
                            count.pseudoClassStateChanged(TOO_LONG, length > longest);
                        });
        getChildren().addAll(new RowLine(name, count), field);
    }
}
