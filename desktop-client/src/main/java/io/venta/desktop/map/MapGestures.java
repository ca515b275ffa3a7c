package io.venta.desktop.map;

import io.venta.desktop.vendor.Vendor;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/** What mouse, touchpad and arrow keys do to the map. */
final class MapGestures {

    private static final double LEVELS_PER_PIXEL = 1 / 160.0;
    private static final double KEY_STEP = 80;

    private final MapView view;
    private final MapViewModel model;
    private final BoxZoom box;
    private double lastX;
    private double lastY;

    private MapGestures(MapView view, MapViewModel model, BoxZoom box) {
        this.view = view;
        this.model = model;
        this.box = box;
    }

    static void install(MapView view, MapViewModel model, BoxZoom box) {
        MapGestures gestures = new MapGestures(view, model, box);
        view.setOnMouseReleased(event -> gestures.release());
        view.setOnMousePressed(gestures::press);
        view.setOnMouseDragged(gestures::drag);
        view.setOnMouseClicked(gestures::click);
        view.setOnMouseMoved(gestures::hover);
        view.setOnMouseExited(event -> view.hover(null));
        view.setOnScroll(gestures::scroll);
        view.setOnZoom(gestures::pinch);
        view.setOnKeyPressed(gestures::key);
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        lastX = event.getX();
        lastY = event.getY();
        if (event.isShiftDown() && event.getButton() == MouseButton.PRIMARY) {
            box.start(lastX, lastY);
        }
    }

    private void release() {
        if (box.active()) {
            box.end();
        }
    }

    private void drag(MouseEvent event) {
        if (box.active()) {
            box.stretch(event.getX(), event.getY());
        } else if (event.isPrimaryButtonDown() && !event.isStillSincePress()) {
            view.setCursor(Cursor.CLOSED_HAND);
            model.panBy(event.getX() - lastX, event.getY() - lastY);
            lastX = event.getX();
            lastY = event.getY();
        }
    }

    private void click(MouseEvent event) {
        view.setCursor(Cursor.DEFAULT);
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        if (event.getClickCount() == 1) {
            model.pick(event.getX(), event.getY());
        } else if (event.getClickCount() == 2) {
            clickTwice(event);
        }
    }

    private void clickTwice(MouseEvent event) {
        Vendor vendor = model.vendorAt(event.getX(), event.getY());
        if (vendor != null) {
            model.centre(vendor);
        } else if (!model.canPick(event.getX(), event.getY())) {
            model.zoomBy(event.isShiftDown() ? -1 : 1, event.getX(), event.getY());
        }
    }

    private void hover(MouseEvent event) {
        view.hover(model.vendorAt(event.getX(), event.getY()));
        boolean picks = model.canPick(event.getX(), event.getY());
        view.setCursor(picks ? Cursor.HAND : Cursor.DEFAULT);
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            model.zoomBy(event.getDeltaY() * LEVELS_PER_PIXEL, event.getX(), event.getY());
            event.consume();
        }
    }

    private void pinch(ZoomEvent event) {
        model.zoomBy(Math.log(event.getZoomFactor()) / Math.log(2), event.getX(), event.getY());
        event.consume();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.panBy(KEY_STEP, 0);
            case RIGHT -> model.panBy(-KEY_STEP, 0);
            case UP -> model.panBy(0, KEY_STEP);
            case DOWN -> model.panBy(0, -KEY_STEP);
            case ENTER -> model.centreSelected();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
