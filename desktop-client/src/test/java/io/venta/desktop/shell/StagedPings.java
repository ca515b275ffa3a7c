package io.venta.desktop.shell;

import io.venta.desktop.connection.QualityReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How good a good connection was for five minutes, with one answer lost. */
final class StagedPings {

    private StagedPings() {}

    static QualityReport report(Instant now) {
        List<QualityReport.Ping> pings =
                IntStream.range(0, 60)
                        .mapToObj(
                                i ->
                                        new QualityReport.Ping(
                                                now.minusSeconds(300 - 5L * i), took(i)))
                        .toList();
        return new QualityReport(
                pings,
                Duration.ofMillis(24),
                Duration.ofMillis(61),
                now.minusMillis(400),
                now.minus(Duration.ofMinutes(42)),
                1,
                "c5f2b7a0-6a2e-4d0d-9b0c-2f1d7f5a9a11");
    }

    private static @Nullable Duration took(int ping) {
        return ping == 41 ? null : Duration.ofMillis(22 + 7L * ping * ping % 19);
    }
}
