package io.venta.desktop.map.marks;

import javafx.scene.image.PixelReader;
import javafx.scene.image.WritablePixelFormat;

/**
 * A picture of a mark in device pixels, without what is transparent around it.
 *
 * @param pixels row by row, alpha premultiplied
 * @param width of a row
 * @param height how many rows
 * @param left where a row begins, from the mark's middle
 * @param top where the first row is, from the mark's middle
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels are drawn, never compared.
record Sprite(int[] pixels, int width, int height, int left, int top) {

    /** Cuts a square out of a picture of many; its middle is the mark's. */
    static Sprite cut(PixelReader from, int x, int y, int side) {
        int[] all = new int[side * side];
        from.getPixels(x, y, side, side, WritablePixelFormat.getIntArgbPreInstance(), all, 0, side);
        int west = side;
        int east = 0;
        int north = side;
        int south = 0;
        for (int i = 0; i < all.length; i++) {
            if (all[i] != 0) {
                west = Math.min(west, i % side);
                east = Math.max(east, i % side + 1);
                north = Math.min(north, i / side);
                south = i / side + 1;
            }
        }
        int width = Math.max(0, east - west);
        int height = Math.max(0, south - north);
        int[] pixels = new int[width * height];
        for (int row = 0; row < height; row++) {
            System.arraycopy(all, (north + row) * side + west, pixels, row * width, width);
        }
        return new Sprite(pixels, width, height, west - side / 2, north - side / 2);
    }
}
