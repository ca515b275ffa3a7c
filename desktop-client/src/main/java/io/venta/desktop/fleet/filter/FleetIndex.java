package io.venta.desktop.fleet.filter;

import io.venta.desktop.fx.NaturalOrder;
import io.venta.desktop.fx.Words;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.VendorStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All vendors by name, with what the search looks into, kept from one arrangement to the next: only
 * who is new or has another name costs more than a look. JavaFX thread only.
 */
public final class FleetIndex {

    private final NaturalOrder names = new NaturalOrder();
    private final Comparator<Entry> order =
            Comparator.comparing((Entry entry) -> entry.name, names)
                    .thenComparing(entry -> entry.vendor.id());
    private final Map<Vendor, Entry> entries = new HashMap<>();
    private final List<Entry> byName = new ArrayList<>();

    /** Takes who there is now and what they are called. */
    public void refresh(Collection<Vendor> vendors) {
        boolean changed = false;
        for (Vendor vendor : vendors) {
            Entry entry = entries.get(vendor);
            if (entry == null) {
                entry = new Entry(vendor);
                entries.put(vendor, entry);
                byName.add(entry);
            }
            changed |= entry.refresh();
        }
        if (entries.size() > vendors.size()) {
            entries.keySet().retainAll(new HashSet<>(vendors));
            byName.removeIf(entry -> !entries.containsKey(entry.vendor));
        }
        if (changed) {
            byName.sort(order);
            for (int i = 0; i < byName.size(); i++) {
                byName.get(i).rank = i;
            }
        }
    }

    /** Who fits, in order. */
    public List<Vendor> arrange(FleetFilter filter, FleetSort sort) {
        List<Entry> rows = byName.stream().filter(fitting(filter)).collect(Collectors.toList());
        if (!sort.equals(FleetSort.BY_NAME)) {
            weigh(rows, sort);
            rows.sort(
                    Comparator.comparingLong((Entry entry) -> entry.weight)
                            .thenComparingInt(entry -> entry.rank));
        }
        return rows.stream().map(entry -> entry.vendor).toList();
    }

    /** How many fit. */
    public int count(FleetFilter filter) {
        return (int) byName.stream().filter(fitting(filter)).count();
    }

    /** How many of those who fit the rest of a filter are in each state. */
    public Map<StateFilter, Integer> counts(FleetFilter filter) {
        Predicate<Entry> rest = fitting(filter.without(FleetFilter.Part.STATES));
        Map<VendorStatus, Integer> statuses = new EnumMap<>(VendorStatus.class);
        int alerted = 0;
        for (Entry entry : byName) {
            if (rest.test(entry)) {
                statuses.merge(entry.vendor.status(), 1, Integer::sum);
                alerted += entry.vendor.alertedProperty().get() ? 1 : 0;
            }
        }
        Map<StateFilter, Integer> counts = new EnumMap<>(StateFilter.class);
        for (StateFilter state : StateFilter.values()) {
            counts.put(state, state.count(statuses, alerted));
        }
        return counts;
    }

    /** Whether who fits, or their order, changes as time passes, though nobody comes or goes. */
    public static boolean changesByItself(FleetFilter filter, FleetSort sort) {
        return sort.by().changesByItself()
                || !filter.states().isEmpty()
                || filter.presence() != PresenceFilter.ANY;
    }

    private Predicate<Entry> fitting(FleetFilter filter) {
        Words wanted = new Words(filter.text());
        return entry ->
                (wanted.isEmpty() || wanted.testPlain(entry.searchable()))
                        && filter.presence().test(entry.vendor)
                        && fits(entry.vendor, filter.states());
    }

    private static boolean fits(Vendor vendor, Set<StateFilter> states) {
        for (StateFilter state : states) {
            if (state.test(vendor)) {
                return true;
            }
        }
        return states.isEmpty();
    }

    private void weigh(List<Entry> rows, FleetSort sort) {
        Map<String, Integer> types =
                sort.by() == FleetSort.By.TYPE ? ranked(rows) : Map.<String, Integer>of();
        for (Entry entry : rows) {
            long weight = Weights.of(entry.vendor, sort.by(), entry.rank, types);
            boolean known = weight != Weights.UNKNOWN;
            entry.weight = known && sort.descending() ? -weight : weight;
        }
    }

    private Map<String, Integer> ranked(List<Entry> rows) {
        Map<String, Integer> ranks = new HashMap<>();
        rows.stream()
                .map(entry -> entry.type)
                .distinct()
                .sorted(names.thenComparing(Comparator.naturalOrder()))
                .forEach(type -> ranks.put(type, ranks.size()));
        return ranks;
    }

    /** One vendor with what was made of its name. */
    private static final class Entry {

        private final Vendor vendor;
        private @Nullable String searchable;
        private String name = "";
        private String type = "";
        private int rank;
        private long weight;

        Entry(Vendor vendor) {
            this.vendor = vendor;
        }

        /** Whether it has another place by name. */
        boolean refresh() {
            boolean renamed = !name.equals(vendor.name());
            if (renamed || !type.equals(vendor.typeProperty().get())) {
                name = vendor.name();
                type = vendor.typeProperty().get();
                searchable = null;
            }
            return renamed;
        }

        /** Made when it is first searched. */
        String searchable() {
            String known = searchable;
            if (known == null) {
                known = Words.plain(name + ' ' + type + ' ' + vendor.id());
                searchable = known;
            }
            return known;
        }
    }
}
