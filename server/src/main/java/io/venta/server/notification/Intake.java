package io.venta.server.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.notification.Recipients.Everyone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.messaging.MessagingException;
import org.springframework.stereotype.Component;

/**
 * Takes what services publish: checks it, keeps it, tells the devices. Then, and not before, it may
 * be acknowledged: who dies in between has another node do it again, which does no harm.
 *
 * <p>While the database is away the messages are held here, in their order, and tried again; handed
 * back, they would be offered again and again until the queue gives them up. Used by one thread.
 */
@Component
class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final Duration RETRY = Duration.ofMillis(250);
    private static final Duration CONFIRM = Duration.ofSeconds(10);

    /** Sooner than RabbitMQ takes a consumer that acknowledges nothing for dead. */
    private static final Duration MOST_HELD = Duration.ofMinutes(10);

    private static final int MAX_TOLD = 30;

    private final Sendings sendings;
    private final Notifications notifications;
    private final Announcer announcer;
    private final Counter kept;
    private final Counter invalid;

    Intake(
            Sendings sendings,
            Notifications notifications,
            Announcer announcer,
            MeterRegistry meters) {
        this.sendings = sendings;
        this.notifications = notifications;
        this.announcer = announcer;
        this.kept = meters.counter("venta.notifications.heard", "outcome", "kept");
        this.invalid = meters.counter("venta.notifications.heard", "outcome", "invalid");
    }

    /**
     * Takes messages in their order, and returns when all are done with.
     *
     * @param refused takes those that are none, with the reason
     * @throws TimeoutException if the database was away for too long: nothing was done
     */
    void take(List<Arrival> arrivals, Refused refused)
            throws TimeoutException, InterruptedException {
        var good = new ArrayList<Sending>(arrivals.size());
        var sources = new ArrayList<Arrival>(arrivals.size());
        for (var arrival : arrivals) {
            try {
                good.add(sendings.read(arrival));
                sources.add(arrival);
            } catch (RejectedMessageException e) {
                refuse(arrival, e.reason(), refused);
            }
        }
        keep(good, sources, refused);
    }

    private void keep(List<Sending> good, List<Arrival> sources, Refused refused)
            throws TimeoutException, InterruptedException {
        var since = System.nanoTime();
        var isFirst = true;
        while (!good.isEmpty()) {
            try {
                var copies = notifications.keep(good);
                kept.increment(good.size());
                announce(copies, good.stream().anyMatch(s -> s.recipients() instanceof Everyone));
                return;
            } catch (DataIntegrityViolationException e) {
                keepOneByOne(good, sources, refused, e);
                return;
            } catch (DataAccessException e) {
                if (isFirst) {
                    log.warn("Notifications wait for the database: {}", e.getMessage());
                }
                isFirst = false;
                if (System.nanoTime() - since > MOST_HELD.toNanos()) {
                    throw (TimeoutException)
                            new TimeoutException("The database is away").initCause(e);
                }
                TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
            }
        }
    }

    /**
     * One of them the database does not take, whatever is done: the others must not wait for it.
     */
    private void keepOneByOne(
            List<Sending> good,
            List<Arrival> sources,
            Refused refused,
            DataIntegrityViolationException failure)
            throws TimeoutException, InterruptedException {
        if (good.size() == 1) {
            log.warn("The database refuses a notification", failure);
            refuse(sources.getFirst(), "The database refuses it", refused);
            return;
        }
        for (int i = 0; i < good.size(); i++) {
            keep(good.subList(i, i + 1), sources.subList(i, i + 1), refused);
        }
    }

    /**
     * Tells the devices. Where RabbitMQ confirms nothing for long, they are told by whoever looks
     * for what was not delivered.
     */
    private void announce(List<Kept> copies, boolean broadcasts) throws InterruptedException {
        for (int told = 0; told < MAX_TOLD; told++) {
            try {
                if (broadcasts) {
                    announcer.announceBroadcasts();
                }
                announcer.announce(copies).get(CONFIRM.toSeconds(), TimeUnit.SECONDS);
                return;
            } catch (ExecutionException
                    | TimeoutException
                    | MessagingException
                    | RejectedMessageException e) {
                log.debug("Devices are told again", e);
                TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
            }
        }
        log.warn("Devices hear of {} notifications later: nothing is confirmed", copies.size());
    }

    private void refuse(Arrival arrival, String reason, Refused refused) {
        invalid.increment();
        refused.refuse(arrival, reason);
    }

    /** Takes what is no notification. */
    @FunctionalInterface
    interface Refused {

        /** Takes one, with the reason. */
        void refuse(Arrival arrival, String reason);
    }
}
