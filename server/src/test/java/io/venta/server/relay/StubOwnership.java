package io.venta.server.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keys that a test says are this node's. */
final class StubOwnership implements Ownership {

    private final List<Runnable> listeners = new ArrayList<>();
    private volatile Predicate<String> mine = _ -> true;
    private volatile boolean settling;

    void change(Predicate<String> now) {
        mine = now;
        listeners.forEach(Runnable::run);
    }

    /** Says whether nodes have only just heard of each other. */
    void settling(boolean now) {
        settling = now;
    }

    @Override
    public boolean isSettling() {
        return settling;
    }

    @Override
    public boolean isMine(String key) {
        return mine.test(key);
    }

    @Override
    public Predicate<String> now() {
        return mine;
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }
}
