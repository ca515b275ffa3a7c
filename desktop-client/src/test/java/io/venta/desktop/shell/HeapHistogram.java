package io.venta.desktop.shell;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What is alive in this JVM, by class.
 *
 * @param bytes of all objects of a class
 */
record HeapHistogram(Map<String, Long> bytes) {

    private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";
    private static final int COLUMNS = 4;

    /** What the collector puts where nothing is. */
    private static final String FILLER = "jdk.internal.vm.Filler";

    /**
     * Collects all garbage and counts the rest. Twice, since the first time lets nothing softly
     * held go that was used since the collection before; on the JavaFX thread, nothing is drawn
     * between.
     */
    static HeapHistogram take() {
        count();
        return count();
    }

    private static HeapHistogram count() {
        try {
            Object text =
                    ManagementFactory.getPlatformMBeanServer()
                            .invoke(
                                    new ObjectName(COMMANDS),
                                    "gcClassHistogram",
                                    new Object[] {new String[0]},
                                    new String[] {String[].class.getName()});
            return parse(String.valueOf(text));
        } catch (JMException e) {
            throw new IllegalStateException("This JVM does not count its objects", e);
        }
    }

    /** Reads rows of number, instances, bytes, class. */
    static HeapHistogram parse(String text) {
        Map<String, Long> bytes = new HashMap<>();
        for (String line : text.lines().toList()) {
            String[] columns = line.strip().split("\\s+", COLUMNS + 1);
            if (columns.length >= COLUMNS
                    && columns[0].endsWith(":")
                    && isNumber(columns[2])
                    && !columns[3].contains(FILLER)) {
                bytes.merge(columns[3], Long.parseLong(columns[2]), Long::sum);
            }
        }
        return new HeapHistogram(bytes);
    }

    /** Of all objects, in bytes. */
    long total() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Classes of which there is more now than there was then, most first, in words. */
    List<String> grownSince(HeapHistogram then, int most) {
        Map<String, Long> more = new HashMap<>();
        bytes.forEach((type, now) -> more.put(type, now - then.bytes.getOrDefault(type, 0L)));
        return more.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(most)
                .map(
                        entry ->
                                String.format(
                                        Locale.ROOT, "%+,d B %s", entry.getValue(), entry.getKey()))
                .toList();
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(Character::isDigit);
    }
}
