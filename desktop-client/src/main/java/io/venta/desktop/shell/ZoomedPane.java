package io.venta.desktop.shell;

import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.PopupControl;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;
import javafx.stage.Window;

/**
 * The root of a window: lays its content out in as many pixels as are left once each is drawn as
 * large as the zoom says. Menus and tooltips, which are windows of their own, get larger letters.
 */
final class ZoomedPane extends Region {

    private static final double FONT_SIZE = 13;

    private final Zoom zoom;
    private final StackPane content = new StackPane();
    private final Scale scale = new Scale();
    private final ListChangeListener<Window> windows = this::enlargeAdded;

    ZoomedPane(Zoom zoom) {
        this.zoom = zoom;
        scale.xProperty().bind(zoom.factorProperty());
        scale.yProperty().bind(zoom.factorProperty());
        content.getTransforms().add(scale);
        getChildren().add(content);
        zoom.factorProperty().addListener(change -> requestLayout());
        content.getChildren().addListener(ZoomedPane::letShrink);
        Window.getWindows().addListener(new WeakListChangeListener<>(windows));
    }

    /** What is to be zoomed. */
    StackPane content() {
        return content;
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / zoom.factor(), getHeight() / zoom.factor());
    }

    /** What would be larger than its window would be cut at all its edges. */
    private static void letShrink(ListChangeListener.Change<? extends Node> change) {
        while (change.next()) {
            for (Node added : change.getAddedSubList()) {
                if (added instanceof Region region) {
                    region.setMinSize(0, 0);
                }
            }
        }
    }

    private void enlargeAdded(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getAddedSubList().forEach(this::enlarge);
        }
    }

    private void enlarge(Window window) {
        if (window instanceof PopupControl popup) {
            popup.setStyle("-fx-font-size: " + FONT_SIZE * zoom.factor() + "px;");
        }
    }
}
