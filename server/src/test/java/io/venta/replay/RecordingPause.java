package io.venta.replay;

import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Pauses that are over at once: the clock jumps to their end. */
final class RecordingPause implements Pause {

    final List<Duration> pauses = new ArrayList<>();
    private final SettableClock clock;

    RecordingPause(SettableClock clock) {
        this.clock = clock;
    }

    @Override
    public void until(Instant moment) {
        pauses.add(Duration.between(clock.instant(), moment));
        clock.set(moment);
    }
}
