package io.venta.desktop.details;

import static io.venta.desktop.fx.Texts.text;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

/** Puts coordinates on the clipboard and says for a moment that it did. */
final class CopyButton extends Button {

    private static final Duration SAID_FOR = Duration.seconds(2);

    private final Tooltip what = new Tooltip();
    private final PauseTransition saying = new PauseTransition(SAID_FOR);
    private String offered = "";

    CopyButton() {
        super(text("details.copy"));
        setId("details-copy");
        getStyleClass().addAll("flat", "accent", "details-copy");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(what);
        setOnAction(event -> copy());
        saying.setOnFinished(event -> setText(text("details.copy")));
    }

    /** What a click copies; empty where there is nothing. */
    void offer(String words) {
        offered = words;
        what.setText(text("details.copy.hint", words));
        setVisible(!words.isEmpty());
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(offered);
        Clipboard.getSystemClipboard().setContent(content);
        setText(text("details.copied"));
        saying.playFromStart();
    }
}
