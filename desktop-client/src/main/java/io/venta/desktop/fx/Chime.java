package io.venta.desktop.fx;

import java.util.concurrent.Executor;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/**
 * Two short tones, made here: what the user must not miss sounds like this. Played elsewhere, so
 * that nobody waits; a machine without sound stays silent.
 */
public final class Chime implements Runnable {

    private static final System.Logger LOG = System.getLogger(Chime.class.getName());
    private static final float RATE = 22_050;
    private static final double[] TONES = {880, 660};
    private static final double SECONDS = 0.18;
    private static final double VOLUME = 0.35;

    private final Executor background;

    /** Plays on {@code background}. */
    public Chime(Executor background) {
        this.background = background;
    }

    @Override
    public void run() {
        background.execute(Chime::play);
    }

    private static void play() {
        AudioFormat format = new AudioFormat(RATE, 8, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            byte[] wave = wave();
            line.open(format);
            line.start();
            line.write(wave, 0, wave.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, "No sound here", e);
        }
    }

    /** Both tones one after the other, each swelling and fading so that it does not click. */
    static byte[] wave() {
        int length = (int) (RATE * SECONDS);
        byte[] wave = new byte[length * TONES.length];
        for (int i = 0; i < wave.length; i++) {
            double hertz = TONES[i / length];
            double within = (i % length) / (double) length;
            double swell = Math.sin(Math.PI * within);
            double sample = Math.sin(2 * Math.PI * hertz * i / RATE) * swell * VOLUME;
            wave[i] = (byte) Math.round(sample * Byte.MAX_VALUE);
        }
        return wave;
    }
}
