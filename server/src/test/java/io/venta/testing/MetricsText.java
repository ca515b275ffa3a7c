package io.venta.testing;

/** Reads Prometheus' text format. */
final class MetricsText {

    private MetricsText() {}

    /** The sum of the metrics whose name, with what stands in braces after it, begins so. */
    static double sum(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
