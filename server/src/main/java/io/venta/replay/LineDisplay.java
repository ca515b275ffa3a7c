package io.venta.replay;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A line each few seconds: for logs and pipes. */
final class LineDisplay implements Display {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final Tally tally;
    private final Clock clock;
    private Instant last;
    private long sentAtLast;

    LineDisplay(PrintWriter out, Tally tally, Clock clock) {
        this.out = out;
        this.tally = tally;
        this.clock = clock;
        this.last = clock.instant();
    }

    @Override
    public void reached(long line, Instant recorded) {
        var now = clock.instant();
        var passed = Duration.between(last, now);
        if (passed.compareTo(INTERVAL) >= 0) {
            var sent = tally.sentSoFar();
            var rate = (sent - sentAtLast) * 1000.0 / passed.toMillis();
            say("%s  %,d sent  %,.0f/s".formatted(recorded, sent, rate));
            last = now;
            sentAtLast = sent;
        }
    }

    @Override
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void startOver() {
        say("Starting over.");
    }

    @Override
    public void close() {
        out.flush();
    }
}
