package io.venta.desktop.shell;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Many pictures small on one, with their names, to look over. */
final class ContactSheet {

    private static final int COLUMNS = 4;
    private static final int WIDTH = 480;
    private static final int HEIGHT = 300;
    private static final int WORDS = 20;

    private final List<String> names = new ArrayList<>();
    private final List<Image> pictures = new ArrayList<>();

    void add(String name, Picture picture) {
        var whole =
                new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        whole.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        names.add(name);
        pictures.add(whole.getScaledInstance(WIDTH, -1, Image.SCALE_AREA_AVERAGING));
    }

    void write(Path file) {
        int rows = Math.ceilDiv(pictures.size(), COLUMNS);
        var sheet =
                new BufferedImage(
                        COLUMNS * WIDTH,
                        Math.max(1, rows) * (HEIGHT + WORDS),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setColor(Color.WHITE);
        for (int i = 0; i < pictures.size(); i++) {
            int x = i % COLUMNS * WIDTH;
            int y = i / COLUMNS * (HEIGHT + WORDS);
            g.drawString(names.get(i), x + 4, y + WORDS - 6);
            g.drawImage(pictures.get(i), x, y + WORDS, null);
        }
        g.dispose();
        try {
            ImageIO.write(sheet, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
