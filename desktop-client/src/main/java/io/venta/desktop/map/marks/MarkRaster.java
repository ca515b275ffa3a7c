package io.venta.desktop.map.marks;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * The picture that marks are put into, pixel by pixel, and shown as a whole: thousands of them cost
 * a few milliseconds, where a canvas pays for each by the call. There are two pictures in turn, for
 * one is still being shown while the next is made. JavaFX thread only.
 */
final class MarkRaster {

    private static final class Picture {

        private final int[] argb;
        private final PixelBuffer<IntBuffer> pixels;
        private final WritableImage image;

        Picture(int width, int height) {
            argb = new int[width * height];
            pixels =
                    new PixelBuffer<>(
                            width,
                            height,
                            IntBuffer.wrap(argb),
                            PixelFormat.getIntArgbPreInstance());
            image = new WritableImage(pixels);
        }
    }

    private final ImageView view = new ImageView();
    private int width;
    private int height;
    private double scale = 1;
    private Picture next = new Picture(1, 1);
    private Picture shown = next;

    /** Where it is seen. */
    ImageView view() {
        return view;
    }

    /** Begins an empty picture for a map of this size, at so many device pixels a pixel. */
    void begin(double mapWidth, double mapHeight, double deviceScale) {
        int deviceWidth = Math.max(1, (int) Math.ceil(mapWidth * deviceScale));
        int deviceHeight = Math.max(1, (int) Math.ceil(mapHeight * deviceScale));
        if (deviceWidth != width || deviceHeight != height || deviceScale != scale) {
            width = deviceWidth;
            height = deviceHeight;
            scale = deviceScale;
            next = new Picture(width, height);
            shown = new Picture(width, height);
            view.setFitWidth(width / scale);
            view.setFitHeight(height / scale);
        }
        Arrays.fill(next.argb, 0);
    }

    /** Puts a sprite round a point of the map, on whole device pixels so that nothing blurs. */
    void draw(Sprite sprite, double x, double y) {
        int left = (int) Math.rint(x * scale) + sprite.left();
        int top = (int) Math.rint(y * scale) + sprite.top();
        int firstColumn = Math.max(0, -left);
        int lastColumn = Math.min(sprite.width(), width - left);
        int firstRow = Math.max(0, -top);
        int lastRow = Math.min(sprite.height(), height - top);
        int[] source = sprite.pixels();
        int[] target = next.argb;
        for (int row = firstRow; row < lastRow; row++) {
            int from = row * sprite.width();
            int to = (top + row) * width + left;
            for (int column = firstColumn; column < lastColumn; column++) {
                int pixel = source[from + column];
                if (pixel != 0) {
                    target[to + column] = over(pixel, target[to + column]);
                }
            }
        }
    }

    /** Shows it. */
    void end() {
        next.pixels.updateBuffer(buffer -> null);
        view.setImage(next.image);
        Picture before = shown;
        shown = next;
        next = before;
    }

    /** Source over destination, both premultiplied; two channels at a time. */
    private static int over(int source, int under) {
        int alpha = source >>> 24;
        if (alpha == 255 || under == 0) {
            return source;
        }
        int rest = 256 - alpha;
        int odd = (((under & 0xFF00FF) * rest) >>> 8) & 0xFF00FF;
        int even = (((under >>> 8) & 0xFF00FF) * rest) & 0xFF00FF00;
        return source + (odd | even);
    }
}
