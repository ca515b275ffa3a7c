package io.venta.desktop.fx;

import static io.venta.desktop.fx.Texts.text;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The head of a panel over the map: its title, what belongs to all of it, and the way out. */
public final class PanelHead extends HBox {

    /**
     * @param close takes the panel away
     * @param more stands between title and way out
     */
    public PanelHead(String title, Runnable close, Node... more) {
        getStyleClass().add("panel-head");
        Label words = new Label(title);
        words.getStyleClass().add("panel-title");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Region cross = new Region();
        cross.getStyleClass().addAll("icon", "icon-close");
        Button out = new Button("", cross);
        out.setAccessibleText(text("details.close"));
        out.setTooltip(new Tooltip(text("details.close")));
        out.getStyleClass().addAll("flat", "toast-close");
        out.setOnAction(event -> close.run());
        getChildren().add(words);
        getChildren().addAll(more);
        getChildren().add(out);
    }
}
