package io.venta.server.page;

import io.venta.testing.ServerProcess;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * Prints how many frames a second the page draws while a fleet moves: the whole fleet in view, then
 * ever nearer. Figures, not a test; {@code bin/measure-page} runs it.
 */
final class PageMeasurement {

    private static final int ZOOMS = 5;
    private static final int SETTLE_MS = 2500;

    /** What the page drew in the time measured; milliseconds, but for frames and marks. */
    private static final String FIGURES =
            """
            seconds => {
              const end = performance.now();
              const frames = window.venta.frames().filter(({at}) => at > end - seconds * 1000);
              const sorted = values => values.toSorted((a, b) => a - b);
              const gaps = sorted(frames.slice(1).map(({at}, i) => at - frames[i].at));
              const costs = sorted(frames.map(({cost}) => cost));
              const share = (values, part) => values[Math.floor(values.length * part)] ?? 0;
              return {
                zoom: window.venta.zoom(), marks: window.venta.marks().length,
                clusters: window.venta.clusters().length, rate: frames.length / seconds,
                gap95: share(gaps, 0.95), cost50: share(costs, 0.5), cost95: share(costs, 0.95),
              };
            }""";

    private PageMeasurement() {}

    /** Takes the number of vendors and the seconds to measure at each zoom. */
    public static void main(String[] args) {
        var vendors = Integer.parseInt(args[0]);
        var seconds = Integer.parseInt(args[1]);
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        try (var server = ServerProcess.embedded().jvmOption("-Xmx512m").start();
                var fleet = MovingFleet.start(server, vendors);
                var browser = WebBrowser.open();
                var visitor = browser.visitor()) {
            var page = FleetPage.open(visitor, server, "demo-dispatcher");
            page.page()
                    .waitForFunction(
                            "least => window.venta.vendors().length >= least", fleet.size());
            out.println(fleet.size() + " vendors, each moving once a second, 1280 x 800");
            out.println("zoom  marks  clusters  frames/s  gap p95 ms  draw p50 ms  draw p95 ms");
            for (var step = 0; step < ZOOMS; step++) {
                page.page().waitForTimeout(SETTLE_MS + seconds * 1000.0);
                out.println(row((Map<?, ?>) page.page().evaluate(FIGURES, seconds)));
                page.press("+");
            }
        }
    }

    private static String row(Map<?, ?> figures) {
        return "%4s  %5s  %8s  %8.1f  %10.1f  %11.1f  %11.1f"
                .formatted(
                        figures.get("zoom"),
                        figures.get("marks"),
                        figures.get("clusters"),
                        number(figures, "rate"),
                        number(figures, "gap95"),
                        number(figures, "cost50"),
                        number(figures, "cost95"));
    }

    private static double number(Map<?, ?> figures, String name) {
        return ((Number) Objects.requireNonNull(figures.get(name))).doubleValue();
    }
}
