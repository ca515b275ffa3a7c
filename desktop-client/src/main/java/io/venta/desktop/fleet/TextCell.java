package io.venta.desktop.fleet;

import io.venta.desktop.vendor.Vendor;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Words or a figure in a column; nothing that is written there leaves it, however high its letters.
 *
 * @param <T> what it shows
 */
final class TextCell<T> extends TableCell<Vendor, @Nullable T> {

    private final Function<T, String> words;
    private final Tooltip tooltip = new Tooltip();

    /**
     * @param styleClass how it looks
     * @param words what it says of a value that is known
     */
    TextCell(String styleClass, Function<T, String> words) {
        this.words = words;
        getStyleClass().add(styleClass);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        tooltip.setOnShowing(event -> tooltip.setText(tooltipText()));
        setTooltip(tooltip);
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        setText(item == null || empty ? "" : words.apply(item));
    }

    private String tooltipText() {
        Vendor vendor = getTableRow() == null ? null : getTableRow().getItem();
        return vendor == null ? "" : RowTexts.tooltip(vendor);
    }
}
