package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoakVerdictTests {

    /** As a live heap goes up and down between two collections. */
    private static double noise(double minutes) {
        return Math.sin(minutes * 37) * 0.8;
    }

    @Test
    void callsFlatWhatOnlyGoesUpAndDown() {
        SoakVerdict verdict = verdict(30, minutes -> 60 + noise(minutes), minutes -> 700);
        assertThat(verdict.flat()).isTrue();
        assertThat(verdict.lines()).hasSize(4).allMatch(line -> line.endsWith("flat"));
    }

    @Test
    void findsAHeapThatGrowsSlowly() {
        SoakVerdict verdict =
                verdict(30, minutes -> 60 + noise(minutes) + minutes * 0.2, minutes -> 700);
        assertThat(verdict.flat()).isFalse();
        assertThat(verdict.lines()).filteredOn(line -> line.endsWith("GROWS")).hasSize(1);
    }

    @Test
    void findsNodesThatStay() {
        SoakVerdict verdict = verdict(30, minutes -> 60, minutes -> 700 + minutes * 2);
        assertThat(verdict.flat()).isFalse();
        assertThat(verdict.lines()).anyMatch(line -> line.matches("scene graph.*GROWS"));
    }

    @Test
    void passesOverTheWarmUp() {
        SoakVerdict verdict =
                verdict(30, minutes -> minutes < 7 ? 30 + minutes * 5 : 65, minutes -> 700);
        assertThat(verdict.flat()).isTrue();
    }

    @Test
    void takesWhatShrinksForFlat() {
        assertThat(verdict(30, minutes -> 60 - minutes, minutes -> 700).flat()).isTrue();
    }

    @Test
    void doesNotJudgeAFewSamples() {
        assertThat(verdict(1, minutes -> 60, minutes -> 700).flat()).isFalse();
        assertThat(SoakVerdict.of(List.of()).flat()).isFalse();
    }

    private static SoakVerdict verdict(
            int minutes, DoubleUnaryOperator heap, DoubleUnaryOperator nodes) {
        return SoakVerdict.of(
                IntStream.rangeClosed(0, minutes * 2)
                        .mapToObj(half -> sample(half / 2.0, heap, nodes))
                        .toList());
    }

    private static SoakSample sample(
            double at, DoubleUnaryOperator heap, DoubleUnaryOperator nodes) {
        int count = (int) nodes.applyAsDouble(at);
        return new SoakSample(
                at, heap.applyAsDouble(at), 300, count, 40, 90, 20, 1548, 60, 400, 50, 2);
    }
}
