package io.venta.desktop.alert;

import io.venta.desktop.alert.rule.Rule;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import io.venta.model.presence.PresenceEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rules against all vendors, once a second.
 *
 * <p>Time is <em>watched</em> time: it passes only while what is known is up to date, and not in
 * the first {@value #SETTLE_SECONDS} s of that, in which it comes to be. So a server that was away,
 * a computer that slept or a sign-in raises nothing by itself: who does not come back is alerted to
 * as late as if the time between had not been. Clocks of vendors and servers play no part in it.
 */
final class Watch {

    private static final int SETTLE_SECONDS = 10;
    private static final Duration SETTLE = Duration.ofSeconds(SETTLE_SECONDS);

    /** More between two seconds means that this program did not run. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(5);

    private final Vendors vendors;
    private final AlertLog log;
    private final Function<Vendor, @Nullable PresenceEntry> presence;
    private final Map<Vendor, Sighting> sightings = new HashMap<>();
    private final Map<String, RuleWatch> watches = new LinkedHashMap<>();
    private Duration watched = Duration.ZERO;
    private Duration upToDateFor = Duration.ZERO;
    private @Nullable Instant last;
    private boolean vendorsChanged = true;

    /**
     * @param presence what is known of a vendor's
     */
    Watch(Vendors vendors, AlertLog log, Function<Vendor, @Nullable PresenceEntry> presence) {
        this.presence = presence;
        this.vendors = vendors;
        this.log = log;
        vendors.all().addListener((InvalidationListener) change -> vendorsChanged = true);
    }

    /**
     * A second has passed.
     *
     * @param upToDate whether what is known of the vendors is what there is
     * @return the alerts that begin
     */
    List<Alert> tick(Instant now, boolean upToDate, List<Rule> rules) {
        follow(rules, now);
        if (vendorsChanged) {
            vendorsChanged = false;
            forgetTheGone(now);
            watches.values().forEach(RuleWatch::vendorsChanged);
        }
        return passes(now, upToDate) ? judge(now) : List.of();
    }

    /** A rule that asks something else is another one; one that is only renamed goes on. */
    private void follow(List<Rule> rules, Instant now) {
        Set<String> inForce = new HashSet<>();
        for (Rule rule : rules) {
            if (rule.enabled()) {
                inForce.add(rule.id());
                RuleWatch before = watches.get(rule.id());
                if (before != null && before.rule().asksTheSameAs(rule)) {
                    before.rename(rule);
                } else {
                    drop(before, now);
                    watches.put(rule.id(), new RuleWatch(rule));
                }
            }
        }
        for (RuleWatch watch : List.copyOf(watches.values())) {
            if (!inForce.contains(watch.rule().id())) {
                drop(watch, now);
                watches.remove(watch.rule().id());
            }
        }
    }

    private void drop(@Nullable RuleWatch watch, Instant now) {
        if (watch != null) {
            log.end(watch.drop(vendor -> true), now);
        }
    }

    private void forgetTheGone(Instant now) {
        Set<Vendor> here = new HashSet<>(vendors.all());
        if (sightings.keySet().retainAll(here)) {
            watches.values().forEach(watch -> log.end(watch.drop(v -> !here.contains(v)), now));
        }
    }

    /** Lets watched time pass; false where it does not. */
    private boolean passes(Instant now, boolean upToDate) {
        Instant before = last;
        last = now;
        Duration step = before == null ? Duration.ZERO : Duration.between(before, now);
        if (!upToDate || step.isNegative() || step.compareTo(LONGEST_STEP) > 0) {
            upToDateFor = Duration.ZERO;
            return false;
        }
        if (upToDateFor.compareTo(SETTLE) < 0) {
            upToDateFor = upToDateFor.plus(step);
            return false;
        }
        watched = watched.plus(step);
        return true;
    }

    private List<Alert> judge(Instant now) {
        for (Vendor vendor : vendors.all()) {
            sighting(vendor).see(vendor, presence.apply(vendor), watched);
        }
        List<Alert> begun = new ArrayList<>();
        List<Alert> over = new ArrayList<>();
        for (RuleWatch watch : watches.values()) {
            begun.addAll(watch.judge(vendors.all(), this::sighting, watched, now, over));
        }
        log.end(over, now);
        log.begin(begun);
        return begun;
    }

    private Sighting sighting(Vendor vendor) {
        return sightings.computeIfAbsent(vendor, unseen -> new Sighting());
    }
}
