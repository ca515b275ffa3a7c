package io.venta.server.notification;

import static io.venta.server.notification.JdbcNotifications.ALIVE;
import static io.venta.server.notification.NotificationRows.CONTENT;
import static io.venta.server.notification.NotificationRows.at;

import io.venta.server.notification.NotificationRows.Broadcast;
import io.venta.server.notification.Recipients.Everyone;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is for everyone: kept once, copied for a user when that user is there. In a transaction. */
final class Broadcasts {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final NotificationRows rows;
    private final Inboxes inboxes;
    private final NotificationAppender appender;
    private final Clock clock;

    Broadcasts(
            JdbcTemplate jdbc,
            NotificationRows rows,
            Inboxes inboxes,
            NotificationAppender appender,
            Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batches = jdbc;
        this.rows = rows;
        this.inboxes = inboxes;
        this.appender = appender;
        this.clock = clock;
    }

    /** Keeps those of the sendings that are for everyone. */
    void keep(List<Sending> sendings) {
        var ours = sendings.stream().filter(s -> s.recipients() instanceof Everyone).toList();
        if (ours.isEmpty()) {
            return;
        }
        var last = inboxes.lastBroadcast(true);
        var known =
                new HashSet<>(
                        jdbc.sql("select message_id from broadcast where message_id in (:ids)")
                                .param("ids", ours.stream().map(Broadcasts::id).toList())
                                .query(String.class)
                                .list());
        for (var sending : ours) {
            if (known.add(id(sending))) {
                batches.update(
                        "insert into broadcast (seq, "
                                + CONTENT
                                + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        rows.values(sending, ++last));
            }
        }
        inboxes.lastBroadcastIs(last);
    }

    /** Gives users the copies that they do not have yet, and answers these. */
    List<Kept> handOut(Collection<String> userKeys) {
        var behind = inboxes.behind(userKeys);
        if (behind.isEmpty()) {
            return List.of();
        }
        var locked = inboxes.lock(behind);
        var last = inboxes.lastBroadcast(false);
        var oldest =
                locked.values().stream().mapToLong(Inboxes.Inbox::broadcastsSeen).min().orElse(0);
        var broadcasts = between(oldest, last);
        var due = new ArrayList<Sending>();
        for (var inbox : locked.values()) {
            // By its lock: what another node has handed out meanwhile is not handed out again.
            broadcasts.stream()
                    .filter(broadcast -> broadcast.number() > inbox.broadcastsSeen())
                    .forEach(broadcast -> due.add(broadcast.to(inbox.userKey())));
            inbox.hasSeen(last);
        }
        var kept = appender.append(locked, due);
        inboxes.update(locked.values());
        return kept;
    }

    private List<Broadcast> between(long seen, long last) {
        return jdbc.sql(
                        "select seq, "
                                + CONTENT
                                + " from broadcast where seq > :seen and seq <= :last"
                                + ALIVE
                                + " order by seq")
                .param("seen", seen)
                .param("last", last)
                .param("now", at(clock.instant()))
                .query(rows.broadcast())
                .list();
    }

    private static String id(Sending sending) {
        return sending.notification().id();
    }
}
