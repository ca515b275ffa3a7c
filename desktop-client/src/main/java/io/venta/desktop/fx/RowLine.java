package io.venta.desktop.fx;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A line of a list's row: what gives way on the left, what does not on the right. */
public final class RowLine extends HBox {

    private static final double GAP = 8;

    /** Puts {@code right} at the end; {@code left} takes what is left. */
    public RowLine(Region left, Node right) {
        super(GAP, left, right);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMaxWidth(Double.MAX_VALUE);
        setAlignment(Pos.CENTER_LEFT);
    }
}
