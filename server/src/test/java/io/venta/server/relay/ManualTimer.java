package io.venta.server.relay;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** A timer that runs what is due when a test says so, on the test's thread. */
final class ManualTimer {

    private final List<Task> waiting = new ArrayList<>();

    /** The timer as its users see it; they may only schedule something once. */
    ScheduledExecutorService service() {
        return (ScheduledExecutorService)
                Proxy.newProxyInstance(
                        ManualTimer.class.getClassLoader(),
                        new Class<?>[] {ScheduledExecutorService.class},
                        (_, method, arguments) -> {
                            if (!method.getName().equals("schedule")) {
                                throw new UnsupportedOperationException(method.getName());
                            }
                            waiting.add(new Task((Runnable) arguments[0], (Long) arguments[1]));
                            return null;
                        });
    }

    /** Runs what was scheduled for so long. */
    void beat(long delay) {
        var due = waiting.stream().filter(task -> task.delay == delay).toList();
        waiting.removeAll(due);
        due.forEach(task -> task.action.run());
    }

    /** For how long what waits was scheduled. */
    List<Long> waiting() {
        return waiting.stream().map(Task::delay).toList();
    }

    private record Task(Runnable action, long delay) {}
}
