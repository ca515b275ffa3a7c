package io.venta.server.notification;

import io.venta.model.notification.NotificationPage;
import java.util.Collection;
import java.util.List;

/**
 * Everybody's notifications, kept until they expire or are too old.
 *
 * <p>Each recipient has an own copy with a position; what comes later has a higher one, and is seen
 * later by whoever reads, on whatever node. The same id is kept once for a user, however often and
 * wherever it is sent. What is for everyone is kept once, and copied for a user when that user is
 * there. All or nothing of a call is done. Thread-safe; blocks, and throws what Spring makes of
 * JDBC's exceptions while the database is out of reach.
 */
interface Notifications {

    /**
     * Keeps what is sent, in its order.
     *
     * @return the users' copies that no device has reported yet, those too that were there before:
     *     who sent them may have died before anyone was told
     */
    List<Kept> keep(List<Sending> sendings);

    /**
     * Gives users their copies of what is for everyone.
     *
     * @return the new copies, each user's in order
     */
    List<Kept> handOutBroadcasts(Collection<String> userKeys);

    /** What a user has not read, after a position. */
    Unread unread(String userKey, long after, int limit);

    /** Notes that these have reached a device; ids that are not known mean nothing. */
    void received(String userKey, Collection<String> ids);

    /**
     * Notes that these are read.
     *
     * @return those among them that are the user's, also the ones read before
     */
    List<String> read(String userKey, Collection<String> ids);

    /**
     * Notes that all are read.
     *
     * @return those that were not
     */
    List<String> readAll(String userKey);

    /** A page of a user's history. */
    NotificationPage history(String userKey, HistoryQuery query);
}
