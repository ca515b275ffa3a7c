package io.venta.desktop.shell;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javafx.animation.AnimationTimer;

/**
 * Notes when each frame begins and what the two threads that make it use of a core, then says so.
 */
final class FrameRecorder extends AnimationTimer {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String FX = "JavaFX Application Thread";
    private static final String RENDERER = "QuantumRenderer-0";

    private final long from;
    private final long until;
    private final Consumer<String> report;
    private final LongStream.Builder starts = LongStream.builder();
    private long fxNanos = -1;
    private long renderNanos;

    FrameRecorder(Duration warmUp, Duration length, Consumer<String> report) {
        from = System.nanoTime() + warmUp.toNanos();
        until = from + length.toNanos();
        this.report = report;
    }

    @Override
    public void handle(long now) {
        long moment = System.nanoTime();
        if (moment < from) {
            return;
        }
        if (fxNanos < 0) {
            fxNanos = cpu(FX);
            renderNanos = cpu(RENDERER);
        }
        starts.add(moment);
        if (moment >= until) {
            stop();
            report.accept(figures());
        }
    }

    private String figures() {
        long[] at = starts.build().toArray();
        double[] gaps = new double[at.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = (at[i + 1] - at[i]) / 1e6;
        }
        Arrays.sort(gaps);
        double length = (at[at.length - 1] - at[0]) / 1e9;
        return String.format(
                Locale.ROOT,
                "%.1f frames/s; ms a frame: p50 %.1f, p95 %.1f, p99 %.1f, most %.1f;"
                        + " CPU ms a frame: JavaFX thread %.1f, renderer %.1f",
                gaps.length / length,
                gaps[gaps.length / 2],
                gaps[gaps.length * 95 / 100],
                gaps[gaps.length * 99 / 100],
                gaps[gaps.length - 1],
                (cpu(FX) - fxNanos) / 1e6 / gaps.length,
                (cpu(RENDERER) - renderNanos) / 1e6 / gaps.length);
    }

    private static long cpu(String thread) {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(info -> info != null && info.getThreadName().equals(thread))
                .mapToLong(ThreadInfo::getThreadId)
                .map(THREADS::getThreadCpuTime)
                .sum();
    }
}
