package io.venta.server.notification;

import io.micrometer.core.instrument.MeterRegistry;
import io.venta.server.notification.PushGateway.Outcome;
import io.venta.server.notification.Undelivered.Due;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sees to what no device has reported in time: tells the devices once more, in case they were told
 * in vain, and pushes it to those that are away, unless the user does not want its type pushed.
 *
 * <p>Where the push service is busy or away it is tried again after 10 s, 20 s, 40 s and so on,
 * five times in all. Tokens that it does not know any more are forgotten. Every second, on one node
 * at a time; if that one is held up for minutes, another may push the same again.
 */
@Component
class PushJob {

    private static final Logger log = LoggerFactory.getLogger(PushJob.class);
    private static final int AT_ONCE = 20;
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration BACK_OFF = Duration.ofSeconds(10);

    private final Undelivered undelivered;
    private final PushAddresses addresses;
    private final @Nullable PushGateway gateway;
    private final Announcer announcer;
    private final MeterRegistry meters;
    private final Clock clock;

    PushJob(
            Undelivered undelivered,
            PushAddresses addresses,
            Optional<PushGateway> gateway,
            Announcer announcer,
            MeterRegistry meters,
            Clock clock) {
        this.undelivered = undelivered;
        this.addresses = addresses;
        this.gateway = gateway.orElse(null);
        this.announcer = announcer;
        this.meters = meters;
        this.clock = clock;
        if (gateway.isEmpty()) {
            log.info("Nothing is pushed to who is away: GATEWAY_FIREBASE_CREDENTIALS is not set");
        }
    }

    /** Sees to all that is due. */
    void run() {
        List<Due> due;
        do {
            due = undelivered.due(clock.instant(), AT_ONCE);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(one -> threads.execute(() -> see(one)));
            }
        } while (due.size() == AT_ONCE);
    }

    private void see(Due due) {
        try {
            if (due.attempts() == 0) {
                var unused = announcer.announce(List.of(due.kept()));
            }
            if (isPushedLater(due)) {
                undelivered.postpone(
                        due, clock.instant().plus(BACK_OFF.multipliedBy(1L << due.attempts())));
            } else {
                undelivered.settle(due.kept());
            }
        } catch (RuntimeException e) {
            log.warn("Failed to see to an undelivered notification, trying again", e);
        }
    }

    /** Pushes it to all of the user's devices; whether to none of them by now. */
    private boolean isPushedLater(Due due) {
        var notification = due.kept().notification();
        var user = due.kept().userKey();
        if (gateway == null
                || !addresses.preferences(user).push().getOrDefault(notification.type(), true)) {
            return false;
        }
        var isLater = false;
        for (var token : addresses.tokens(user)) {
            var outcome = gateway.push(token, notification);
            meters.counter("venta.notifications.pushed", "outcome", name(outcome)).increment();
            switch (outcome) {
                case ACCEPTED -> {
                    return false;
                }
                case UNREGISTERED -> addresses.forget(token);
                case LATER -> isLater = true;
                case REFUSED -> log.debug("A token is refused, and kept");
            }
        }
        return isLater && due.attempts() + 1 < MOST_ATTEMPTS;
    }

    private static String name(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
