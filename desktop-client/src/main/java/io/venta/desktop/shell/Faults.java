package io.venta.desktop.shell;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The errors that nobody caught, on any thread. A kind of them is logged when it is new and each
 * time it has become ten times as many; one is shown at a time, and a kind that the user put away
 * is not shown again. It never fails itself, and hands on to whoever was told of errors before.
 */
final class Faults implements Thread.UncaughtExceptionHandler {

    private static final System.Logger LOG = System.getLogger(Faults.class.getName());
    private static final int MOST_KINDS = 100;
    private static final int MOST_CAUSES = 5;
    private static final int MOST_FRAMES = 40;

    /**
     * What the user is told.
     *
     * @param kind what it is the same as
     * @param isMemory whether memory ran out
     * @param details for whoever mends it
     */
    record Fault(String kind, boolean isMemory, String details) {}

    private final Executor fx;
    private final Thread.@Nullable UncaughtExceptionHandler next;
    private final Map<String, Long> counts = new HashMap<>();
    private final AtomicReference<@Nullable Fault> coming = new AtomicReference<>();
    private final Set<String> putAway = new HashSet<>();
    private final ReadOnlyObjectWrapper<@Nullable Fault> shown = new ReadOnlyObjectWrapper<>();

    /**
     * @param fx the JavaFX thread
     * @param next is told as well, or nobody
     */
    Faults(Executor fx, Thread.@Nullable UncaughtExceptionHandler next) {
        this.fx = fx;
        this.next = next;
    }

    /** What to show now, or null. JavaFX thread only, as all that follows. */
    ReadOnlyObjectProperty<@Nullable Fault> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Takes it away for good. */
    void putAway() {
        Fault fault = shown.get();
        if (fault != null) {
            putAway.add(fault.kind());
            shown.set(null);
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        try {
            String kind = kind(error);
            log(thread, error, count(kind));
            boolean memory = error instanceof VirtualMachineError;
            Fault fault = new Fault(kind, memory, details(thread, error));
            if (coming.getAndSet(fault) == null) {
                fx.execute(this::show);
            }
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "An error cannot be told", e);
        } finally {
            if (next != null) {
                next.uncaughtException(thread, error);
            }
        }
    }

    private void show() {
        Fault fault = coming.getAndSet(null);
        if (fault != null && shown.get() == null && !putAway.contains(fault.kind())) {
            shown.set(fault);
        }
    }

    private long count(String kind) {
        synchronized (counts) {
            String known = counts.size() < MOST_KINDS || counts.containsKey(kind) ? kind : "";
            return counts.merge(known, 1L, Long::sum);
        }
    }

    private static void log(Thread thread, Throwable error, long count) {
        if (count == 1) {
            LOG.log(System.Logger.Level.ERROR, "Uncaught in " + thread.getName(), error);
        } else if (Long.toString(count).matches("10+")) {
            LOG.log(System.Logger.Level.ERROR, "The same for the {0}th time: {1}", count, error);
        }
    }

    private static String kind(Throwable error) {
        StackTraceElement[] frames = error.getStackTrace();
        return error.getClass().getName() + (frames.length == 0 ? "" : " " + frames[0]);
    }

    private static String details(Thread thread, Throwable error) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add("Java " + Runtime.version() + ", " + System.getProperty("os.name"));
        lines.add("Thread " + thread.getName());
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            lines.add((depth == 0 ? "" : "caused by ") + cause);
            Arrays.stream(cause.getStackTrace())
                    .limit(MOST_FRAMES)
                    .forEach(frame -> lines.add("    " + frame));
            cause = cause.getCause();
        }
        return lines.toString();
    }
}
