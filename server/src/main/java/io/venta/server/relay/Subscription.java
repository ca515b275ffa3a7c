package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one SUBSCRIBE asked for, and where {@link Subscribers} keeps it. */
final class Subscription {

    private final ClientSession session;
    private final String id;
    private final String address;
    private final @Nullable HeldUpdates held;
    private final Map<String, Outgoing> pending;
    private final byte[] header;
    private volatile boolean ended;
    private volatile @Nullable FeedCursor cursor;

    /** Its place among the subscribers of its address; theirs to write. */
    int place = -1;

    /**
     * A subscription that hears nothing yet.
     *
     * @param session whose it is
     * @param id the client's name for it, in the {@code subscription} header of every MESSAGE
     * @param address where its messages are addressed to: the destination itself for topics; for
     *     {@code /user/queue/…} one that names the user or the session
     * @param held where updates wait that leave together; null: each leaves at once
     */
    Subscription(ClientSession session, String id, String address, @Nullable HeldUpdates held) {
        this.session = session;
        this.id = id;
        this.address = address;
        this.held = held;
        this.pending = held == null ? Map.of() : new HashMap<>(2);
        this.header = ("subscription:" + Frames.escape(id) + '\n').getBytes(UTF_8);
    }

    ClientSession session() {
        return session;
    }

    String id() {
        return id;
    }

    String address() {
        return address;
    }

    /** Has it follow its user's feed. */
    void follow(FeedCursor feed) {
        cursor = feed;
    }

    /** How far it has come in its user's feed; null: it follows none. */
    @Nullable FeedCursor cursor() {
        return cursor;
    }

    /** Where its updates wait; null: they don't. */
    @Nullable HeldUpdates held() {
        return held;
    }

    /**
     * What is held for it, by destination; guarded by {@link #held()}, empty where there is none.
     */
    Map<String, Outgoing> pending() {
        return pending;
    }

    /** The header line that names it. */
    byte[] header() {
        return header;
    }

    /** Says that what is held for it is not wanted any more; afterwards none of it leaves. */
    void end() {
        if (held == null) {
            ended = true;
            return;
        }
        synchronized (held) {
            // A release that is under way comes first, and so before the UNSUBSCRIBE's RECEIPT.
            ended = true;
        }
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public String toString() {
        return id + " of " + session.id() + " to " + address;
    }
}
