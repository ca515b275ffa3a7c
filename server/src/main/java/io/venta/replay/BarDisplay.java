package io.venta.replay;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar, for terminals. */
final class BarDisplay implements Display {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern(" HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final ProgressBar bar;
    private final PrintStream out;

    BarDisplay(PrintStream terminal, long lines) {
        this.out = terminal;
        this.bar =
                new ProgressBarBuilder()
                        .setTaskName("")
                        .setInitialMax(lines)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUnit(" fixes", 1)
                        .setUpdateIntervalMillis(250)
                        .setConsumer(new ConsoleProgressBarConsumer(terminal))
                        .hideEta()
                        .showSpeed()
                        .build();
    }

    @Override
    public void reached(long line, Instant recorded) {
        bar.stepTo(line);
        bar.setExtraMessage(TIME.format(recorded));
    }

    @Override
    public void say(String line) {
        // From the bar's start to the end of the line; the bar draws itself anew below.
        out.print("\r\033[K" + line + "\n");
        out.flush();
    }

    @Override
    public void startOver() {
        bar.stepTo(0);
    }

    @Override
    public void close() {
        bar.close();
    }
}
