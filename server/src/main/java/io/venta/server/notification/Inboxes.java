package io.venta.server.notification;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where each user's positions have come to. Within a transaction: who locks an inbox is the only
 * one that adds to it, up to the commit.
 */
final class Inboxes {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Inboxes(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batches = jdbc;
    }

    /** Locks users' inboxes, always in the same order; those that are not there are made. */
    Map<String, Inbox> lock(Collection<String> userKeys) {
        var wanted = new TreeSet<>(userKeys);
        var found = new TreeMap<String, Inbox>();
        if (wanted.isEmpty()) {
            return found;
        }
        found.putAll(select(wanted));
        var missing = new TreeSet<>(wanted);
        missing.removeAll(new HashSet<>(found.keySet()));
        if (!missing.isEmpty()) {
            batches.batchUpdate(
                    "insert into inbox (user_key, last_position, broadcasts_seen)"
                            + " values (?, 0, 0) on conflict do nothing",
                    missing.stream().map(key -> new Object[] {key}).toList());
            found.putAll(select(missing));
        }
        return found;
    }

    /** Writes where they have come to. */
    void update(Collection<Inbox> inboxes) {
        var changed = inboxes.stream().filter(Inbox::isChanged).toList();
        if (!changed.isEmpty()) {
            batches.batchUpdate(
                    "update inbox set last_position = ?, broadcasts_seen = ? where user_key = ?",
                    changed.stream()
                            .map(i -> new Object[] {i.lastPosition, i.broadcastsSeen, i.userKey})
                            .toList());
        }
    }

    /** The highest position of a user; 0 where nothing ever came. */
    long lastPosition(String userKey) {
        return jdbc.sql("select last_position from inbox where user_key = ?")
                .param(userKey)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Those of the users to whom something for everyone has not been handed out. */
    List<String> behind(Collection<String> userKeys) {
        long last = lastBroadcast(false);
        if (last == 0 || userKeys.isEmpty()) {
            return List.of();
        }
        var upToDate =
                new HashSet<>(
                        jdbc.sql(
                                        "select user_key from inbox where user_key in (:users)"
                                                + " and broadcasts_seen >= :last")
                                .param("users", userKeys)
                                .param("last", last)
                                .query(String.class)
                                .list());
        return userKeys.stream().filter(key -> !upToDate.contains(key)).distinct().toList();
    }

    /** The number of what was last sent to everyone; locked, it is the caller's to count on. */
    long lastBroadcast(boolean locked) {
        return jdbc.sql("select last_number from broadcast_counter" + (locked ? " for update" : ""))
                .query(Long.class)
                .single();
    }

    void lastBroadcastIs(long number) {
        jdbc.sql("update broadcast_counter set last_number = ?").param(number).update();
    }

    private Map<String, Inbox> select(Collection<String> userKeys) {
        return jdbc
                .sql(
                        "select user_key, last_position, broadcasts_seen from inbox"
                                + " where user_key in (:users) order by user_key for update")
                .param("users", userKeys)
                .query((row, _) -> new Inbox(row.getString(1), row.getLong(2), row.getLong(3)))
                .list()
                .stream()
                .collect(Collectors.toMap(inbox -> inbox.userKey, Function.identity()));
    }

    /** One user's, locked. */
    static final class Inbox {

        private final String userKey;
        private final long positionBefore;
        private final long seenBefore;
        private long lastPosition;
        private long broadcastsSeen;

        Inbox(String userKey, long lastPosition, long broadcastsSeen) {
            this.userKey = userKey;
            this.positionBefore = lastPosition;
            this.seenBefore = broadcastsSeen;
            this.lastPosition = lastPosition;
            this.broadcastsSeen = broadcastsSeen;
        }

        String userKey() {
            return userKey;
        }

        /** Takes the next position. */
        long next() {
            return ++lastPosition;
        }

        long broadcastsSeen() {
            return broadcastsSeen;
        }

        void hasSeen(long number) {
            broadcastsSeen = Math.max(broadcastsSeen, number);
        }

        boolean isChanged() {
            return lastPosition != positionBefore || broadcastsSeen != seenBefore;
        }
    }
}
