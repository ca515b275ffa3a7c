package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.vendor.Vendor;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A mark, its state in a word, and in the tooltip when a vendor is in it. */
final class StateCell extends TableCell<Vendor, @Nullable StateValue> {

    private final StateMark mark = new StateMark();
    private final Tooltip tooltip = new Tooltip();

    StateCell() {
        getStyleClass().add("state-cell");
    }

    @Override
    protected void updateItem(@Nullable StateValue item, boolean empty) {
        super.updateItem(item, empty);
        if (item == null || empty) {
            setGraphic(null);
            setText("");
            setTooltip(null);
            return;
        }
        mark.show(item);
        setGraphic(mark);
        setText(text("status." + item.status().key()));
        setAccessibleText(item.words());
        tooltip.setText(item.words() + '\n' + item.rule());
        setTooltip(tooltip);
    }
}
