package io.venta.testing;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * What is left to do when this JVM ends, the last thing that was added first: so who uses a folder
 * has ended before the folder goes. What fails keeps nothing else from being done. Thread-safe.
 */
final class AtExit {

    private static final System.Logger LOG = System.getLogger(AtExit.class.getName());
    private static final Deque<Runnable> WORK = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::doAll));
    }

    private AtExit() {}

    static void run(Runnable work) {
        WORK.push(work);
    }

    private static void doAll() {
        for (var work : WORK) {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "Something is left behind", e);
            }
        }
    }
}
