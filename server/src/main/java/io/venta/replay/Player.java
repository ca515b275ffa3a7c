package io.venta.replay;

import io.venta.model.location.LocationUpdate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends the fixes of a recording when each is due.
 *
 * <p>Fixes that are due together leave together. Where sending takes longer than the recording
 * leaves time, fixes leave late and still bear the moment at which they were due.
 */
final class Player {

    /** Lines and gaps beyond these are counted only. */
    private static final int NAMED = 10;

    private final Pacing pacing;
    private final Outlet outlet;
    private final Display display;
    private final Tally tally;
    private final Clock clock;
    private final Pause pause;
    private final List<LocationUpdate> due = new ArrayList<>();

    Player(Pacing pacing, Outlet outlet, Display display, Tally tally, Clock clock, Pause pause) {
        this.pacing = pacing;
        this.outlet = outlet;
        this.display = display;
        this.tally = tally;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Plays to the end; for ever if it loops.
     *
     * @throws ReplayFailedException if the file breaks off or the server does
     */
    void play(Path file) throws InterruptedException {
        try {
            playOnce(file);
            while (pacing.loop()) {
                if (tally.sentSoFar() == 0) {
                    throw new ReplayFailedException(file + " has no fix that could be repeated");
                }
                display.startOver();
                playOnce(file);
            }
        } catch (IOException e) {
            throw new ReplayFailedException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void playOnce(Path file) throws IOException, InterruptedException {
        var timeline = new Timeline(pacing.speed());
        try (var recording = Recording.open(file)) {
            for (var line = recording.next(); line != null; line = recording.next()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                var fix = read(line, recording.lineNumber());
                if (fix != null) {
                    play(fix, timeline);
                    display.reached(recording.lineNumber(), fix.timestamp());
                }
            }
        }
        flush();
        outlet.drain();
    }

    private @Nullable LocationUpdate read(String line, long number) {
        try {
            return FixParser.parse(line);
        } catch (UnreadableLineException e) {
            var count = tally.unreadable();
            if (count <= NAMED) {
                display.say("Line %,d is passed over: %s".formatted(number, e.getMessage()));
            }
            if (count == NAMED) {
                display.say("Further lines like that are only counted.");
            }
            return null;
        }
    }

    private void play(LocationUpdate fix, Timeline timeline) throws InterruptedException {
        var placement = timeline.place(fix.timestamp(), clock.instant());
        if (placement.skipped().isPositive()) {
            tellGap(fix.timestamp(), placement.skipped());
        }
        if (placement.due().isAfter(clock.instant())) {
            flush();
            pause.until(placement.due());
        }
        due.add(pacing.asRecorded() ? fix : at(placement.due(), fix));
        if (due.size() >= outlet.batchSize()) {
            flush();
        }
    }

    private void tellGap(Instant until, Duration skipped) {
        var count = tally.gap();
        if (count <= NAMED) {
            display.say("Nothing for %s until %s: skipped.".formatted(Tally.spell(skipped), until));
        }
        if (count == NAMED) {
            display.say("Further gaps are only counted.");
        }
    }

    private static LocationUpdate at(Instant moment, LocationUpdate fix) {
        return new LocationUpdate(
                fix.vendorId(), fix.location(), fix.accuracy(), fix.heading(), fix.speed(), moment);
    }

    private void flush() throws InterruptedException {
        if (!due.isEmpty()) {
            outlet.send(List.copyOf(due));
            tally.sent(due.size());
            due.clear();
        }
    }

    /**
     * How a recording is to be played.
     *
     * @param speed how many times faster than it was recorded
     * @param asRecorded whether fixes keep their recorded times
     * @param loop whether it starts over at the end
     */
    record Pacing(double speed, boolean asRecorded, boolean loop) {}
}
