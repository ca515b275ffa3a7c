package io.venta.desktop.fx;

import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * Reads colour tokens of the style sheets for what is painted rather than laid out, so that each
 * colour is written down once. JavaFX thread only; the probe has to be in a styled scene.
 */
public final class CssColours {

    private final Region probe;

    /** Resolves what the style sheets say for {@code probe}, a region that nobody sees. */
    public CssColours(Region probe) {
        this.probe = probe;
    }

    /** The colour a token has at the moment. */
    public Color token(String name) {
        probe.setStyle("-fx-background-color: " + name);
        probe.applyCss();
        Background background = probe.getBackground();
        boolean plain =
                background != null
                        && !background.getFills().isEmpty()
                        && background.getFills().getFirst().getFill() instanceof Color;
        return plain ? (Color) background.getFills().getFirst().getFill() : Color.GRAY;
    }
}
