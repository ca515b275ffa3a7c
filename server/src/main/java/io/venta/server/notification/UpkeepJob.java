package io.venta.server.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Removes what is of no more use, and counts it. */
@Component
class UpkeepJob {

    private final NotificationUpkeep upkeep;
    private final NotificationSettings settings;
    private final Clock clock;
    private final Counter old;
    private final Counter crowded;

    UpkeepJob(
            NotificationUpkeep upkeep,
            NotificationSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.upkeep = upkeep;
        this.settings = settings;
        this.clock = clock;
        this.old = meters.counter("venta.notifications.removed", "reason", "old");
        this.crowded = meters.counter("venta.notifications.removed", "reason", "crowded");
    }

    void run() {
        var now = clock.instant();
        old.increment(upkeep.removeOld(now, now.minus(settings.retention())));
        crowded.increment(upkeep.giveWay(settings.maxUndelivered()));
    }
}
