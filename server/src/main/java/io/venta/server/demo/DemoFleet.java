package io.venta.server.demo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.venta.model.location.VendorId;
import io.venta.server.location.LocationAccepted;
import io.venta.server.location.LocationTracker;
import io.venta.server.vendor.VendorProfiles;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The demo's vendors as they report: from the moment the server is ready until the first vendor
 * that is not one of them reports; then they are removed and never come back.
 *
 * <p>Everything happens on one thread of its own, so that no report of the demo can follow its
 * removal. Should a report fail, the demo ends with a line in the log; nothing else depends on it.
 */
@Component
@Profile("embedded")
@ConditionalOnProperty(name = "no-demo", havingValue = "false", matchIfMissing = true)
final class DemoFleet implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DemoFleet.class);

    private final LocationTracker tracker;
    private final VendorProfiles profiles;
    private final DemoDevices devices;
    private final Clock clock;
    private final List<DemoVendor> vendors = DemoFleetFile.vendors();
    private final Timetable timetable = new Timetable(vendors);
    private final Set<VendorId> ids =
            vendors.stream().map(DemoVendor::id).collect(Collectors.toUnmodifiableSet());
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("demo-fleet").factory());
    private volatile boolean leaving;
    private long tick;

    DemoFleet(LocationTracker tracker, VendorProfiles profiles, DemoDevices devices, Clock clock) {
        this.tracker = tracker;
        this.profiles = profiles;
        this.devices = devices;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void start() {
        if (!leaving) {
            var _ =
                    thread.scheduleAtFixedRate(
                            () -> doOrEnd(this::drive), 0, Timetable.TICK.toMillis(), MILLISECONDS);
        }
    }

    /** Runs on the reporting vendor's thread: only asks the demo's own to leave. */
    @EventListener
    void makeWay(LocationAccepted accepted) {
        if (!leaving && !ids.contains(accepted.vendorId())) {
            leaveFor(accepted.vendorId());
        }
    }

    @Override
    public synchronized void destroy() {
        leaving = true;
        thread.shutdownNow();
    }

    private synchronized void leaveFor(VendorId vendor) {
        if (!leaving) {
            leaving = true;
            log.info("Vendor {} reports: the demo fleet of {} leaves", vendor, vendors.size());
            thread.execute(this::depart);
            thread.shutdown();
        }
    }

    private void arrive() {
        var now = now();
        vendors.forEach(vendor -> profiles.publish(vendor.profileAt(now)));
        timetable.first(now).forEach(tracker::accept);
        ids.forEach(devices::connect);
    }

    private void drive() {
        if (tick == 0) {
            arrive();
        }
        timetable.at(tick++, now()).forEach(tracker::accept);
    }

    private void depart() {
        ids.forEach(tracker::remove);
        ids.forEach(profiles::remove);
        ids.forEach(devices::disconnect);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void doOrEnd(Runnable step) {
        try {
            if (!leaving) {
                step.run();
            }
        } catch (RuntimeException e) {
            log.error("The demo fleet ends, as it could not report", e);
            destroy();
        }
    }
}
