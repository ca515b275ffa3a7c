package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HeapHistogramTests {

    @Test
    void readsWhatTheJvmPrints() {
        HeapHistogram histogram =
                HeapHistogram.parse(
                        """
                         num     #instances         #bytes  class name (module)
                        -------------------------------------------------------
                           1:         25630        1520424  [B (java.base@25)
                           2:            10            320  io.venta.desktop.vendor.Vendor
                        Total         25640        1520744
                        """);
        assertThat(histogram.bytes())
                .containsOnly(
                        Map.entry("[B", 1_520_424L),
                        Map.entry("io.venta.desktop.vendor.Vendor", 320L));
        assertThat(histogram.total()).isEqualTo(1_520_744);
    }

    @Test
    void namesWhatGrewMostFirst() {
        HeapHistogram then = new HeapHistogram(Map.of("a", 100L, "b", 100L, "c", 100L));
        HeapHistogram now = new HeapHistogram(Map.of("a", 90L, "b", 200L, "c", 1_500L, "d", 5L));
        assertThat(now.grownSince(then, 2)).containsExactly("+1,400 B c", "+100 B b");
    }

    @Test
    void countsThisJvm() {
        HeapHistogram first = HeapHistogram.take();
        HeapHistogram second = HeapHistogram.take();
        assertThat(first.bytes()).containsKey(String.class.getName());
        assertThat(second.bytes()).containsKey(HeapHistogram.class.getName());
    }
}
