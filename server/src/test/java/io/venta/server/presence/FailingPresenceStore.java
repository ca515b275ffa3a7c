package io.venta.server.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessResourceFailureException;

/** A store that is out of reach when a test says so. Thread-safe. */
final class FailingPresenceStore implements PresenceStore {

    private volatile PresenceStore store;
    private volatile boolean works = true;

    FailingPresenceStore(PresenceStore store) {
        this.store = store;
    }

    void works(boolean now) {
        works = now;
    }

    /** Loses all it had. */
    void beginAnew(PresenceStore empty) {
        store = empty;
    }

    private PresenceStore store() {
        if (!works) {
            throw new DataAccessResourceFailureException("The store is away");
        }
        return store;
    }

    @Override
    public void track(Device device) {
        store().track(device);
    }

    @Override
    public void change(Device device) {
        store().change(device);
    }

    @Override
    public void leave(String session, String reason, Duration grace) {
        store().leave(session, reason, grace);
    }

    @Override
    public boolean beat(String node) {
        return store().beat(node);
    }

    @Override
    public void sync(String node, Collection<Device> devices) {
        store().sync(node, devices);
    }

    @Override
    public void stop(String node, Duration grace) {
        store().stop(node, grace);
    }

    @Override
    public int reap(int most, boolean alsoLostNodes) {
        return store().reap(most, alsoLostNodes);
    }

    @Override
    public Snapshot snapshot() {
        return store().snapshot();
    }

    @Override
    public long version() {
        return store().version();
    }

    @Override
    public List<PresenceChange> changesAfter(long version, Duration patience) {
        return store().changesAfter(version, patience);
    }

    @Override
    public Map<Subject, Instant> lastSeen(Collection<Subject> subjects) {
        return store().lastSeen(subjects);
    }
}
