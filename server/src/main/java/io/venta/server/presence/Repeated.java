package io.venta.server.presence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is done again and again on a thread of its own, from start to stop. What it does
 * may wait; where it fails the log says so, and after a moment it is done again.
 */
final class Repeated {

    private static final Logger log = LoggerFactory.getLogger(Repeated.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final Step step;
    private volatile boolean running;
    private @Nullable Thread thread;

    Repeated(String name, Step step) {
        this.name = name;
        this.step = step;
    }

    void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    boolean isRunning() {
        return running;
    }

    private void run() {
        try {
            while (running) {
                runOnce();
            }
        } catch (InterruptedException e) {
            // It was asked to stop, and waits for nothing any more.
            running = false;
        }
    }

    private void runOnce() throws InterruptedException {
        try {
            step.run();
        } catch (RuntimeException e) {
            log.error("{} failed and goes on", name, e);
            Thread.sleep(PAUSE);
        }
    }

    /**
     * Has it stop, and waits until it has.
     *
     * @return whether it was running
     */
    boolean stop(Duration patience) {
        var started = thread;
        if (!running || started == null) {
            return false;
        }
        running = false;
        started.interrupt();
        try {
            started.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    /** One time of many. */
    @FunctionalInterface
    interface Step {

        /** Does it; it may wait, and be interrupted there. */
        void run() throws InterruptedException;
    }
}
