package io.venta.desktop.fx;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;

/**
 * Runs what it is given on the JavaFX thread at the next pulse, so that work which feeds the screen
 * happens at most once a frame. Asks for pulses only while something waits. Any thread may call.
 */
public final class PulseExecutor implements Executor {

    private final Executor fx;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    drain();
                }
            };

    /** Reaches the JavaFX thread through {@code fx}. */
    public PulseExecutor(Executor fx) {
        this.fx = fx;
    }

    @Override
    public void execute(Runnable command) {
        boolean first;
        synchronized (waiting) {
            first = waiting.isEmpty();
            waiting.add(command);
        }
        if (first) {
            fx.execute(timer::start);
        }
    }

    private void drain() {
        Runnable[] due;
        synchronized (waiting) {
            due = waiting.toArray(Runnable[]::new);
            waiting.clear();
        }
        for (Runnable command : due) {
            command.run();
        }
    }
}
