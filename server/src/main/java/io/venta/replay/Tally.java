package io.venta.replay;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** What has become of the lines so far. Thread-safe: answers come on threads of their own. */
final class Tally {

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private final AtomicLong gaps = new AtomicLong();
    private final Map<String, Long> refused = new TreeMap<>();

    void sent(long fixes) {
        sent.addAndGet(fixes);
    }

    /** Counts a bad line and answers how many there were. */
    long unreadable() {
        return unreadable.incrementAndGet();
    }

    /** Counts a gap and answers how many there were. */
    long gap() {
        return gaps.incrementAndGet();
    }

    /** Counts fixes that will not be taken. */
    synchronized void refused(String reason, long fixes) {
        refused.merge(reason, fixes, Long::sum);
    }

    long sentSoFar() {
        return sent.get();
    }

    synchronized long refusedSoFar() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    boolean isClean() {
        return refusedSoFar() == 0 && unreadable.get() == 0;
    }

    /** One line for a person. */
    String summary(Duration took) {
        var rate = sent.get() / Math.max(0.001, took.toMillis() / 1000.0);
        var text = new StringBuilder();
        text.append("%,d fixes sent in %s (%,.0f/s)".formatted(sent.get(), spell(took), rate));
        text.append(", %,d lines unreadable".formatted(unreadable.get()));
        text.append(", %,d gaps skipped".formatted(gaps.get()));
        synchronized (this) {
            text.append(", %,d refused".formatted(refusedSoFar()));
            if (!refused.isEmpty()) {
                text.append(
                        refused.entrySet().stream()
                                .map(e -> "%s %,d".formatted(e.getKey(), e.getValue()))
                                .collect(Collectors.joining(", ", " (", ")")));
            }
        }
        return text.append('.').toString();
    }

    /** {@code 1:02:03}. */
    static String spell(Duration duration) {
        return "%d:%02d:%02d"
                .formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}
