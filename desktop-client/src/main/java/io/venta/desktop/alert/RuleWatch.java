package io.venta.desktop.alert;

import io.venta.desktop.alert.rule.Rule;
import io.venta.desktop.alert.rule.RuleKind;
import io.venta.desktop.vendor.Vendor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One rule and the vendors it holds for. Nothing flaps: a speed has to hold for some seconds, and
 * whatever ends has to be over for some.
 */
final class RuleWatch {

    private static final Duration SPEED_HOLDS = Duration.ofSeconds(5);
    private static final Duration OVER = Duration.ofSeconds(5);

    /** Where a vendor stands: its alert, and since when the rule has said otherwise. */
    private static final class Case {
        private @Nullable Alert alert;
        private @Nullable Duration since;

        /** Whether the verdict has been another one for long enough. */
        boolean turns(Verdict verdict, Duration now, Duration patience) {
            if (verdict != (alert == null ? Verdict.HOLDS : Verdict.NOT)) {
                since = null;
                return false;
            }
            Duration start = since == null ? now : since;
            since = start;
            return now.minus(start).compareTo(alert == null ? patience : OVER) >= 0;
        }
    }

    private Rule rule;
    private final Duration patience;
    private final Map<Vendor, Case> cases = new HashMap<>();
    private @Nullable Collection<Vendor> members;

    RuleWatch(Rule rule) {
        this.rule = rule;
        this.patience = rule.kind() == RuleKind.SPEED ? SPEED_HOLDS : Duration.ZERO;
    }

    Rule rule() {
        return rule;
    }

    /** The same rule by another name. */
    void rename(Rule renamed) {
        rule = renamed;
    }

    /** Vendors came, went or got another name. */
    void vendorsChanged() {
        members = null;
    }

    /**
     * Holds the rule against its vendors.
     *
     * @param watched now, in watched time
     * @param over takes the alerts that end
     * @return those that begin
     */
    List<Alert> judge(
            Collection<Vendor> all,
            Function<Vendor, Sighting> seen,
            Duration watched,
            Instant now,
            List<Alert> over) {
        List<Alert> begun = new ArrayList<>();
        for (Vendor vendor : members(all, over)) {
            Verdict verdict = Judge.of(rule, vendor, seen.apply(vendor));
            Case known = cases.get(vendor);
            if (known == null && verdict == Verdict.HOLDS) {
                known = new Case();
                cases.put(vendor, known);
            }
            if (known != null && known.turns(verdict, watched, patience)) {
                turn(vendor, known, now, begun, over);
            } else if (known != null && known.alert == null && known.since == null) {
                cases.remove(vendor);
            }
        }
        return begun;
    }

    private void turn(Vendor vendor, Case known, Instant now, List<Alert> begun, List<Alert> over) {
        Alert alert = known.alert;
        if (alert == null) {
            Alert next = new Alert(vendor, rule, now);
            known.alert = next;
            known.since = null;
            begun.add(next);
        } else {
            over.add(alert);
            cases.remove(vendor);
        }
    }

    private Collection<Vendor> members(Collection<Vendor> all, List<Alert> over) {
        Collection<Vendor> known = members;
        if (known == null) {
            Predicate<Vendor> belongs = rule.audience().members();
            Set<Vendor> fitting = new LinkedHashSet<>();
            all.stream().filter(belongs).forEach(fitting::add);
            over.addAll(drop(vendor -> !fitting.contains(vendor)));
            members = fitting;
            known = fitting;
        }
        return known;
    }

    /** The rule is not held against some any more; what there was of alerts is over. */
    List<Alert> drop(Predicate<Vendor> whom) {
        List<Alert> over = new ArrayList<>();
        Iterator<Map.Entry<Vendor, Case>> each = cases.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Vendor, Case> entry = each.next();
            if (whom.test(entry.getKey())) {
                Alert alert = entry.getValue().alert;
                if (alert != null) {
                    over.add(alert);
                }
                each.remove();
            }
        }
        return over;
    }
}
