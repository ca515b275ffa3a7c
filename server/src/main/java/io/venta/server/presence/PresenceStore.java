package io.venta.server.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The registry of all connected devices over all nodes, and the log of its changes.
 *
 * <p>Each method is one atomic change for all nodes: two devices of a user that leave in the same
 * moment on two nodes give one change that says OFFLINE. A node has a lease that {@link #beat}
 * renews; devices of a node without one are gone as soon as any node {@link #reap}s them, exactly
 * once. A node is one run of a process: who starts again takes another name.
 *
 * <p>Leases and periods of grace are measured by the store's clock, so that the nodes' clocks may
 * differ. Of two sessions of one device the one that connected later counts, whichever the store
 * hears of first; of two on one node the one it hears of last. When that was is told by how long
 * ago it was by the node's own clock. What was replaced does not come back for ten minutes, whoever
 * tells of it: it is said to be gone once more, so that its node closes it.
 *
 * <p>Thread-safe; waits for the store, and throws {@link
 * org.springframework.dao.DataAccessException} where that cannot be reached: nothing is known to
 * have happened then, and all may be done again.
 */
interface PresenceStore {

    /** How long a node's lease lasts, unless a setting says otherwise. */
    Duration LEASE = Duration.ofSeconds(60);

    /** How long a session that was replaced does not come back. */
    Duration REPLACED = Duration.ofMinutes(10);

    /** How many changes come at once at most. */
    int PAGE = 1_000;

    /**
     * Adds a device. Of it and another session of the same user and device id the one that
     * connected earlier is gone with reason {@code SESSION_REPLACED}, without its subject being
     * offline in between; so is one whose grace was running. A session that is there already is
     * changed, as by {@link #change}, and stays where its grace was running. A node without a lease
     * gets one, and has to {@link #sync} all the same.
     */
    void track(Device device);

    /**
     * Changes what is known of a device, where it is there and anything differs. Its user, its id
     * and its node stay what they are: one that says otherwise changes nothing.
     */
    void change(Device device);

    /**
     * Removes a device where it is there: at once, or when its grace is over without the same
     * device of the same user having come back. While its grace runs only a zero changes anything.
     *
     * @param reason see {@link PresenceChange.Gone}
     * @param grace zero for at once
     */
    void leave(String session, String reason, Duration grace);

    /**
     * Renews a node's lease.
     *
     * @return whether it had one all the time since its last {@link #sync}; if not, its devices may
     *     be gone and have to be synced
     */
    boolean beat(String node);

    /**
     * Renews a node's lease and makes the registry hold exactly these devices of it: what it lacks
     * comes, what it has beyond them is gone (reason {@code LOST}), but for those whose grace is
     * running. Atomic for some hundred devices at a time. What the node tracks meanwhile may be
     * taken for one too many, so it has to wait until this is done.
     */
    void sync(String node, Collection<Device> devices);

    /**
     * Ends a node's lease; its devices leave (reason {@code SERVER_SHUTTING_DOWN}) with a grace.
     * Atomic for some hundred devices at a time.
     */
    void stop(String node, Duration grace);

    /**
     * Removes devices whose grace is over, and, with {@code alsoLostNodes}, those of nodes without
     * a lease (reason {@code NODE_LOST}) whose grace does not run.
     *
     * @param most how many at most
     * @return how many that were
     */
    int reap(int most, boolean alsoLostNodes);

    /**
     * All devices that are there; those whose grace is running are among them. What happens
     * meanwhile may or may not be in it, so changes behind its version may have to be taken twice.
     */
    Snapshot snapshot();

    /** The version of the last change. */
    long version();

    /**
     * The changes behind a version, in order and without gaps; {@link #PAGE} at most.
     *
     * @param patience for how long to wait where there are none; at most two seconds
     * @throws ChangesLostException if the log does not reach back as far, or knows of no such
     *     version
     */
    List<PresenceChange> changesAfter(long version, Duration patience);

    /**
     * When those that are offline were last seen, as far as it is known; others are left out. It is
     * when the change that made them so happened.
     */
    Map<Subject, Instant> lastSeen(Collection<Subject> subjects);

    /**
     * The registry at a moment.
     *
     * @param version of the last change before it was read
     */
    record Snapshot(long version, List<Device> devices) {}

    /** The log of changes is not continued from here: read all again. */
    final class ChangesLostException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ChangesLostException(long version) {
            super("The changes behind version " + version + " are not known any more");
        }
    }
}
