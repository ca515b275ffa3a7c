package io.venta.server.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a client heard, in the lines of {@link RecordingClient}, against what it should have. */
final class Hearing {

    private final List<String> lines;

    private Hearing(List<String> lines) {
        this.lines = lines;
    }

    /** What was heard, with the retained values of each subscription in alphabetic order. */
    static Hearing of(List<String> heard) {
        var sorted = new ArrayList<>(heard);
        int start = 0;
        for (int i = 0; i <= sorted.size(); i++) {
            if (i == sorted.size() || !isRetained(sorted.get(i))) {
                sorted.subList(start, i).sort(null);
                start = i + 1;
            }
        }
        return new Hearing(sorted);
    }

    /** Without the retained values at the end, of which some are missing where a session ended. */
    Hearing untilItEnded() {
        var end = lines.size();
        while (end > 0 && isRetained(lines.get(end - 1))) {
            end--;
        }
        return new Hearing(lines.subList(0, end));
    }

    /** In which order subscriptions of one session hear the same message is left open. */
    void isAll(List<String> expected) {
        assertThat(whoever(lines)).isEqualTo(whoever(expected));
        assertThat(bySubscription(lines)).isEqualTo(bySubscription(expected));
    }

    /** As {@link #isAll} of a part. */
    void isTheBeginningOf(List<String> expected) {
        assertThat(whoever(lines)).isEqualTo(whoever(expected).subList(0, lines.size()));
        var wanted = bySubscription(expected);
        bySubscription(lines)
                .forEach(
                        (id, heard) ->
                                assertThat(heard)
                                        .isEqualTo(beginning(wanted.get(id), heard.size())));
    }

    /** Some updates may be missing, but no vendor's last one, and nothing else. */
    void isThinned(List<String> expected) {
        assertThat(others(lines)).isEqualTo(others(expected));
        var heard = updates(lines);
        var wanted = updates(expected);
        assertThat(heard.keySet()).isEqualTo(wanted.keySet());
        wanted.forEach(
                (vendor, all) -> {
                    var updates = heard.getOrDefault(vendor, List.of());
                    assertInOrder(updates, all);
                    assertThat(updates.getLast()).isEqualTo(all.getLast());
                });
        assertUpdatesStandBetweenReceipts();
    }

    /** As {@link #isThinned} of a part that nobody knows the end of. */
    void isTheThinnedBeginningOf(List<String> expected) {
        var others = others(lines);
        assertThat(others).isEqualTo(others(expected).subList(0, others.size()));
        var wanted = updates(expected);
        updates(lines)
                .forEach(
                        (vendor, updates) ->
                                assertInOrder(updates, wanted.getOrDefault(vendor, List.of())));
        assertUpdatesStandBetweenReceipts();
    }

    private void assertUpdatesStandBetweenReceipts() {
        var live = new HashSet<String>();
        for (var line : lines) {
            if (line.startsWith("RECEIPT r-")) {
                live.add(line.substring("RECEIPT r-".length()));
            } else if (line.startsWith("RECEIPT u-")) {
                live.remove(line.substring("RECEIPT u-".length()));
            } else if (isUpdate(line) && !live.contains(line.split(" ", 2)[0])) {
                fail("Not between the receipts of its subscription: " + line + " in " + lines);
            }
        }
    }

    private static void assertInOrder(List<String> some, List<String> all) {
        var next = 0;
        for (var line : all) {
            next += next < some.size() && some.get(next).equals(line) ? 1 : 0;
        }
        if (next < some.size()) {
            fail("Twice or in another order: " + some + " of " + all);
        }
    }

    private static List<String> beginning(@Nullable List<String> all, int size) {
        return all == null ? List.of() : all.subList(0, Math.min(size, all.size()));
    }

    /** The lines, whichever subscription they were for. */
    private static List<String> whoever(List<String> lines) {
        return lines.stream()
                .map(line -> line.startsWith("RECEIPT") ? line : line.split(" ", 2)[1])
                .toList();
    }

    private static Map<String, List<String>> bySubscription(List<String> lines) {
        return lines.stream()
                .collect(
                        Collectors.groupingBy(
                                line ->
                                        line.startsWith("RECEIPT")
                                                ? line.substring("RECEIPT r-".length())
                                                : line.split(" ", 2)[0]));
    }

    private static List<String> others(List<String> lines) {
        return lines.stream().filter(line -> !isUpdate(line)).toList();
    }

    /** The updates by subscription and vendor. */
    private static Map<String, List<String>> updates(List<String> lines) {
        var updates = new LinkedHashMap<String, List<String>>();
        for (var line : lines) {
            if (isUpdate(line)) {
                var words = line.split("[ @]", -1);
                updates.computeIfAbsent(words[0] + ' ' + words[2], _ -> new ArrayList<>())
                        .add(line);
            }
        }
        return updates;
    }

    private static boolean isRetained(String line) {
        return line.endsWith(" retained");
    }

    private static boolean isUpdate(String line) {
        return !isRetained(line)
                && (line.contains(" location_updated ") || line.contains(" vendor_removed "));
    }
}
