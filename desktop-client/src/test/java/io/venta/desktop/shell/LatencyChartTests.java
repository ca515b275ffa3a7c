package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.connection.QualityReport;
import io.venta.desktop.vendor.Updates;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyChartTests {

    @ParameterizedTest
    @CsvSource({"3, 100", "95, 200", "180, 200", "460, 1000", "800, 1000", "4700, 10000"})
    void hasARoundScaleAboveTheLine(long latency, double scale) {
        QualityReport.Ping ping = new QualityReport.Ping(Updates.NOON, Duration.ofMillis(latency));
        assertThat(LatencyChart.scale(List.of(ping))).isEqualTo(scale);
    }

    @Test
    void hasAScaleWithoutAnyAnswer() {
        assertThat(LatencyChart.scale(List.of())).isEqualTo(100);
        assertThat(LatencyChart.scale(List.of(new QualityReport.Ping(Updates.NOON, null))))
                .isEqualTo(100);
    }
}
