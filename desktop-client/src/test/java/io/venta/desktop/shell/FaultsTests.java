package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class FaultsTests {

    private final List<Runnable> waiting = new ArrayList<>();
    private final List<Throwable> handedOn = new ArrayList<>();
    private final Faults faults = new Faults(waiting::add, (thread, error) -> handedOn.add(error));

    @Test
    void showsOneAtATimeWithWhatHelpsToMendIt() {
        happen(new IllegalStateException("first", new NullPointerException("deeper")));
        happen(new ArithmeticException("second"));
        Faults.Fault shown = Objects.requireNonNull(faults.shownProperty().get());
        assertThat(shown.details())
                .contains("first", "caused by", "deeper", "FaultsTests", "Thread ");
        assertThat(shown.isMemory()).isFalse();
        assertThat(handedOn).hasSize(2);
    }

    @Test
    void showsNoKindAgainThatWasPutAway() {
        for (int i = 0; i < 3; i++) {
            happen(same());
            faults.putAway();
        }
        assertThat(faults.shownProperty().get()).isNull();
        happen(new ArithmeticException("another"));
        assertThat(faults.shownProperty().get()).isNotNull();
    }

    @Test
    void asksForTheScreenOnceHoweverManyCome() {
        for (int i = 0; i < 1_000; i++) {
            faults.uncaughtException(Thread.currentThread(), same());
        }
        assertThat(waiting).hasSize(1);
    }

    @Test
    void saysThatMemoryRanOut() {
        happen(new OutOfMemoryError("heap"));
        assertThat(Objects.requireNonNull(faults.shownProperty().get()).isMemory()).isTrue();
    }

    @Test
    void neverFailsItself() {
        Faults late =
                new Faults(
                        command -> {
                            throw new RejectedExecutionException("the screen is gone");
                        },
                        null);
        late.uncaughtException(Thread.currentThread(), same());
        assertThat(late.shownProperty().get()).isNull();
    }

    private void happen(Throwable error) {
        faults.uncaughtException(Thread.currentThread(), error);
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    private static Throwable same() {
        return new IllegalStateException("the same");
    }
}
