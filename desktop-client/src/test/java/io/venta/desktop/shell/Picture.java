package io.venta.desktop.shell;

import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;

/** Pixels, row by row from the top left, each alpha, red, green and blue. Not thread-safe. */
final class Picture {

    private final int width;
    private final int height;
    private final int[] argb;

    /** Takes pixels, which are its own from now on. */
    Picture(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    static Picture of(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Picture(width, height, argb);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The pixels themselves. */
    int[] argb() {
        return argb;
    }

    boolean sameAs(Picture other) {
        return width == other.width && height == other.height && Arrays.equals(argb, other.argb);
    }

    int at(int x, int y) {
        return argb[y * width + x];
    }

    /** Draws another one over this one, clear where that is clear. */
    void draw(Picture over, int left, int top) {
        for (int y = Math.max(0, -top); y < Math.min(over.height, height - top); y++) {
            for (int x = Math.max(0, -left); x < Math.min(over.width, width - left); x++) {
                int at = (y + top) * width + x + left;
                argb[at] = argb(mix(colour(over.at(x, y)), colour(argb[at])));
            }
        }
    }

    /** What one sees of a colour, clear to some part, before another that is not. */
    static Color mix(Color front, Color back) {
        return back.interpolate(
                Color.color(front.getRed(), front.getGreen(), front.getBlue()), front.getOpacity());
    }

    static Color colour(int argb) {
        return Color.rgb(
                (argb >> 16) & 0xFF, (argb >> 8) & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }

    private static int argb(Color colour) {
        int red = (int) Math.round(colour.getRed() * 255);
        int green = (int) Math.round(colour.getGreen() * 255);
        int blue = (int) Math.round(colour.getBlue() * 255);
        return 0xFF000000 | (red << 16) | (green << 8) | blue;
    }
}
