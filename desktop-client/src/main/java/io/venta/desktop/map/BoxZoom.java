package io.venta.desktop.map;

import javafx.scene.layout.Region;

/** A rectangle drawn with Shift held down; what it holds fills the map then. JavaFX thread only. */
final class BoxZoom {

    /** A smaller one was a slip. */
    private static final double SMALLEST = 8;

    private final MapViewModel model;
    private final Region box = new Region();
    private double startX;
    private double startY;
    private double endX;
    private double endY;

    BoxZoom(MapViewModel model) {
        this.model = model;
        box.getStyleClass().add("map-box");
        box.setManaged(false);
        box.setMouseTransparent(true);
        box.setVisible(false);
    }

    Region box() {
        return box;
    }

    boolean active() {
        return box.isVisible();
    }

    void start(double x, double y) {
        startX = x;
        startY = y;
        stretch(x, y);
        box.setVisible(true);
    }

    void stretch(double x, double y) {
        endX = x;
        endY = y;
        box.resizeRelocate(
                Math.min(startX, endX),
                Math.min(startY, endY),
                Math.abs(endX - startX),
                Math.abs(endY - startY));
    }

    void end() {
        box.setVisible(false);
        if (Math.abs(endX - startX) >= SMALLEST && Math.abs(endY - startY) >= SMALLEST) {
            model.zoomTo(startX, startY, endX, endY);
        }
    }
}
