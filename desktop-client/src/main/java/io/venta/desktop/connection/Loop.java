package io.venta.desktop.connection;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;

/**
 * The one thread that a connection lives on. Steps run in the order they come, from any thread;
 * once it is closed none does.
 */
final class Loop implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Loop.class.getName());

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("gateway").factory());

    /** Runs a step soon; false if it is closed. */
    boolean run(Runnable step) {
        try {
            thread.execute(step);
            return true;
        } catch (RejectedExecutionException e) {
            LOG.log(DEBUG, "Already closed");
            return false;
        }
    }

    /** Runs a step later; called on the loop itself. */
    ScheduledFuture<?> after(Duration delay, Runnable step) {
        return thread.schedule(step, delay.toMillis(), MILLISECONDS);
    }

    /** Runs a step again and again. One that fails is logged, and comes again. */
    void every(Duration pause, Runnable step) {
        var unused =
                thread.scheduleWithFixedDelay(
                        () -> guarded(step), pause.toMillis(), pause.toMillis(), MILLISECONDS);
    }

    private static void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.log(WARNING, "A step of the connection failed", e);
        }
    }

    /** The thread itself, for who has to write on it. */
    ScheduledExecutorService thread() {
        return thread;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
