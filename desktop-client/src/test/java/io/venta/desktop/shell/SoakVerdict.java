package io.venta.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Whether a desktop stayed as it was: nothing that it holds grew from the end of its warm-up on.
 *
 * @param lines what grew how fast, in words
 * @param flat whether nothing grew too fast
 */
record SoakVerdict(List<String> lines, boolean flat) {

    /** Of the whole time, after which everything that is loaded once is loaded. */
    static final double WARM_UP = 0.25;

    /** The least number of samples that make a trend. */
    private static final int FEW = 3;

    /**
     * What may not grow.
     *
     * @param most it may grow a minute: a tenth of a megabyte is 50 MB in a shift of eight hours
     */
    private record Limit(String name, double most, ToDoubleFunction<SoakSample> figure) {}

    private static final List<Limit> LIMITS =
            List.of(
                    new Limit("heap after collection, MB", 0.1, SoakSample::heap),
                    new Limit("scene graph nodes", 1, SoakSample::nodes),
                    new Limit("threads", 0.2, SoakSample::threads),
                    new Limit("open files", 0.2, SoakSample::files));

    /** Judges samples in the order of time. */
    static SoakVerdict of(List<SoakSample> samples) {
        List<SoakSample> warm = warm(samples);
        if (warm.size() < FEW) {
            return new SoakVerdict(List.of("too few samples for a verdict: soak longer"), false);
        }
        List<String> lines = new ArrayList<>();
        boolean flat = true;
        for (Limit limit : LIMITS) {
            Trend trend =
                    Trend.of(
                            warm.stream()
                                    .map(
                                            sample ->
                                                    new Trend.Point(
                                                            sample.minutes(),
                                                            limit.figure().applyAsDouble(sample)))
                                    .toList());
            boolean held = trend.isFlat(limit.most());
            flat &= held;
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%-26s %+.3f a minute, at most %.1f: %s",
                            limit.name(),
                            trend.perMinute(),
                            limit.most(),
                            held ? "flat" : "GROWS"));
        }
        return new SoakVerdict(lines, flat);
    }

    /** The samples after the warm-up. */
    static List<SoakSample> warm(List<SoakSample> samples) {
        double from = samples.isEmpty() ? 0 : samples.getLast().minutes() * WARM_UP;
        return samples.stream().filter(sample -> sample.minutes() >= from).toList();
    }
}
