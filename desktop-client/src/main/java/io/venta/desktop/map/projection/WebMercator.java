package io.venta.desktop.map.projection;

import io.venta.model.location.GeoPosition;

/**
 * The projection of web maps: the world as a square from 0 to 1, x east from the 180th meridian, y
 * south from 85.05° north.
 */
public final class WebMercator {

    /** Pixels of the whole world's side at zoom 0. */
    public static final double TILE = 256;

    /** Beyond it the square ends. */
    public static final double MAX_LATITUDE = 85.051_128_779_806_6;

    private static final double EQUATOR_METRES = 40_075_016.686;

    private WebMercator() {}

    /** Where a longitude lies, 0 to 1. */
    public static double x(double lng) {
        return (lng + 180) / 360;
    }

    /** Where a latitude lies, 0 to 1; nearer the poles than the square reaches: its edge. */
    public static double y(double lat) {
        double clamped = Math.clamp(lat, -MAX_LATITUDE, MAX_LATITUDE);
        double sin = Math.sin(Math.toRadians(clamped));
        return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
    }

    /** The point of the earth at a place in the square; x beyond it goes round. */
    public static GeoPosition position(double x, double y) {
        double lng = (x - Math.floor(x)) * 360 - 180;
        double lat = Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * Math.clamp(y, 0, 1)))));
        return new GeoPosition(lat, lng);
    }

    /** How many metres a pixel spans at a latitude. */
    public static double metresPerPixel(double lat, double zoom) {
        return EQUATOR_METRES * Math.cos(Math.toRadians(lat)) / worldPixels(zoom);
    }

    /** Pixels of the whole world's side. */
    public static double worldPixels(double zoom) {
        return TILE * Math.pow(2, zoom);
    }
}
