package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Controls that show a picture in place of words. */
final class Icons {

    private Icons() {}

    /** Gives a control a picture; what it would say becomes its tooltip. */
    static void dress(Labeled control, String icon, String key) {
        Region picture = new Region();
        picture.getStyleClass().addAll("icon", icon);
        control.setGraphic(picture);
        control.setAccessibleText(text(key));
        control.setTooltip(new Tooltip(text(key)));
        control.getStyleClass().addAll("flat", "fleet-button");
    }
}
