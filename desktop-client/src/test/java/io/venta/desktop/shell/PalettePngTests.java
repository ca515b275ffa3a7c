package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PalettePngTests {

    private static final int SIDE = 64;

    @Test
    void keepsFewColoursAsTheyAre(@TempDir Path folder) throws IOException {
        Picture picture = picture(64);
        BufferedImage read = write(picture, folder);
        for (int i = 0; i < SIDE * SIDE; i++) {
            assertThat(read.getRGB(i % SIDE, i / SIDE)).isEqualTo(picture.argb()[i]);
        }
    }

    @Test
    void keepsTheCommonestOfManyColours(@TempDir Path folder) throws IOException {
        Picture picture = picture(4000);
        for (int i = 0; i < SIDE * SIDE / 4; i++) {
            picture.argb()[i] = 0xFF24292F;
            picture.argb()[i + SIDE * SIDE / 4] = 0xFF24292E;
        }
        assertThat(PalettePng.palette(picture)).hasSizeLessThanOrEqualTo(64);
        BufferedImage read = write(picture, folder);
        assertThat(read.getRGB(3, 3)).isEqualTo(0xFF24292F);
        assertThat(read.getRGB(3, 20)).isEqualTo(0xFF24292E);
    }

    private BufferedImage write(Picture picture, Path folder) throws IOException {
        Path file = folder.resolve("picture.png");
        PalettePng.write(picture, file);
        assertThat(Files.size(file)).isPositive();
        return ImageIO.read(file.toFile());
    }

    /** So many colours, spread over all there are. */
    private static Picture picture(int colours) {
        int[] argb = new int[SIDE * SIDE];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | (((i % colours) * 0x010407) & 0xFFFFFF);
        }
        return new Picture(SIDE, SIDE, argb);
    }
}
