package io.venta.desktop.map.projection;

import io.venta.model.location.GeoPosition;

/**
 * Which part of the world the map shows.
 *
 * @param x the middle, in the square of {@link WebMercator}
 * @param y the middle, likewise
 * @param zoom as of web maps, 1 to 19, fractions allowed
 * @param width of the map, in pixels
 * @param height of the map, in pixels
 */
public record Viewport(double x, double y, double zoom, double width, double height) {

    /** The whole world in one picture. */
    public static final double MIN_ZOOM = 1;

    /** A few houses. */
    public static final double MAX_ZOOM = 19;

    /** Keeps zoom and middle within the world. */
    public Viewport {
        zoom = Math.clamp(zoom, MIN_ZOOM, MAX_ZOOM);
        x = x - Math.floor(x);
        y = Math.clamp(y, 0, 1);
    }

    /** The world, north up. */
    public static Viewport world(double width, double height) {
        return new Viewport(0.5, 0.4, 2, width, height);
    }

    /** Pixels of the whole world's side. */
    public double scale() {
        return WebMercator.worldPixels(zoom);
    }

    /**
     * Where a place of the square is on the screen; the nearest of its repetitions round the earth.
     */
    public double screenX(double worldX) {
        double distance = worldX - x;
        return width / 2 + (distance - Math.rint(distance)) * scale();
    }

    /** Where a place of the square is on the screen. */
    public double screenY(double worldY) {
        return height / 2 + (worldY - y) * scale();
    }

    /** The place of the square under a pixel; may lie beyond 0 to 1. */
    public double worldX(double screenX) {
        return x + (screenX - width / 2) / scale();
    }

    /** The place of the square under a pixel; may lie beyond 0 to 1. */
    public double worldY(double screenY) {
        return y + (screenY - height / 2) / scale();
    }

    /** The point of the earth in the middle. */
    public GeoPosition middle() {
        return WebMercator.position(x, y);
    }

    /** The same place in another window. */
    public Viewport resized(double newWidth, double newHeight) {
        return new Viewport(x, y, zoom, newWidth, newHeight);
    }

    /** Moved so that what was at a pixel is now so many pixels further right and down. */
    public Viewport panned(double right, double down) {
        return new Viewport(x - right / scale(), y - down / scale(), zoom, width, height);
    }

    /** Zoomed so that what is under a pixel stays there. */
    public Viewport zoomed(double newZoom, double anchorX, double anchorY) {
        Viewport closer = new Viewport(x, y, newZoom, width, height);
        double moveX = worldX(anchorX) - closer.worldX(anchorX);
        double moveY = worldY(anchorY) - closer.worldY(anchorY);
        return new Viewport(x + moveX, y + moveY, newZoom, width, height);
    }

    /** Another middle. */
    public Viewport centred(double worldX, double worldY) {
        return new Viewport(worldX, worldY, zoom, width, height);
    }

    /** Another zoom, the same middle. */
    public Viewport atZoom(double newZoom) {
        return new Viewport(x, y, newZoom, width, height);
    }

    /** As near as shows all of an extent within a margin, in pixels. */
    public Viewport fitting(Extent extent, double margin, double closest) {
        double room = Math.max(width - 2 * margin, 1);
        double tall = Math.max(height - 2 * margin, 1);
        double byWidth = Math.log(room / (WebMercator.TILE * extent.width())) / Math.log(2);
        double byHeight = Math.log(tall / (WebMercator.TILE * extent.height())) / Math.log(2);
        double fit = Math.min(Math.min(byWidth, byHeight), closest);
        return new Viewport(extent.middleX(), extent.middleY(), fit, width, height);
    }

    /** Whether a pixel lies on the map, at least so far from its edges. */
    public boolean shows(double screenX, double screenY, double margin) {
        return screenX >= margin
                && screenY >= margin
                && screenX <= width - margin
                && screenY <= height - margin;
    }
}
