package io.venta.desktop.shell;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/**
 * A picture as a PNG of at most 64 colours, a third of the size and the same to the eye: the
 * commonest, which areas and most letters have, stay exactly as they are; of the others, which are
 * edges, those that begin with the same bits share a place.
 */
final class PalettePng {

    private static final int MOST = 64;

    /** So many of the commonest stay exactly as they are. */
    private static final int EXACT = 32;

    private PalettePng() {}

    /** Writes it. */
    static void write(Picture picture, Path file) {
        try (var out = ImageIO.createImageOutputStream(Files.newOutputStream(file))) {
            var writer = ImageIO.getImageWritersByFormatName("png").next();
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0);
            writer.setOutput(out);
            writer.write(null, new IIOImage(indexed(picture), null, null), how);
            writer.dispose();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private static BufferedImage indexed(Picture picture) {
        List<Integer> palette = palette(picture);
        int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
        var model =
                new IndexColorModel(
                        8,
                        colours.length,
                        colours,
                        0,
                        false,
                        -1,
                        java.awt.image.DataBuffer.TYPE_BYTE);
        var image =
                new BufferedImage(
                        picture.width(), picture.height(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> places = new HashMap<>();
        int[] indexes = new int[picture.argb().length];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] =
                    places.computeIfAbsent(picture.argb()[i], colour -> nearest(palette, colour));
        }
        image.getRaster().setPixels(0, 0, picture.width(), picture.height(), indexes);
        return image;
    }

    /** The colours to show it with, the commonest first; all of them where they are few. */
    static List<Integer> palette(Picture picture) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int colour : picture.argb()) {
            counts.merge(colour, 1, Integer::sum);
        }
        List<Integer> byCount = new ArrayList<>(counts.keySet());
        byCount.sort(
                Comparator.<Integer>comparingInt(counts::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()));
        if (byCount.size() <= MOST) {
            return byCount;
        }
        List<Integer> palette = new ArrayList<>(byCount.subList(0, EXACT));
        List<Integer> rest = byCount.subList(EXACT, byCount.size());
        palette.addAll(representatives(rest, MOST - EXACT));
        return palette;
    }

    /**
     * At most so many of the colours, each the commonest of those that begin with the same bits.
     */
    private static Collection<Integer> representatives(List<Integer> byCount, int most) {
        Map<Integer, Integer> groups = new LinkedHashMap<>();
        int bits = 8;
        do {
            bits--;
            int mask = 0x010101 * ((0xFF << (8 - bits)) & 0xFF);
            groups.clear();
            byCount.forEach(colour -> groups.putIfAbsent(colour & mask, colour));
        } while (groups.size() > most);
        return groups.values();
    }

    private static int nearest(List<Integer> palette, int colour) {
        int best = 0;
        for (int i = 1; i < palette.size(); i++) {
            if (distance(palette.get(i), colour) < distance(palette.get(best), colour)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int apart = ((one >> shift) & 0xFF) - ((other >> shift) & 0xFF);
            sum += apart * apart;
        }
        return sum;
    }
}
