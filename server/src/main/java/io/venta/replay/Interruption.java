package io.venta.replay;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C into an interrupt of the thread that works, and lets the JVM end once that thread
 * has {@linkplain #finished() finished}.
 */
final class Interruption {

    private final Thread worker;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean ending;

    private Interruption(Thread worker) {
        this.worker = worker;
    }

    static Interruption ofCurrentThread() {
        var interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::interrupt));
        return interruption;
    }

    private void interrupt() {
        ending = true;
        worker.interrupt();
        try {
            if (!finished.await(5, TimeUnit.SECONDS)) {
                worker.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that the work is done; true where the JVM is ending already. */
    boolean finished() {
        finished.countDown();
        return ending;
    }
}
