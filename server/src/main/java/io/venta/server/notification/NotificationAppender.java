package io.venta.server.notification;

import static io.venta.server.notification.NotificationRows.CONTENT;
import static io.venta.server.notification.NotificationRows.at;

import io.venta.model.notification.NotificationState;
import io.venta.server.notification.Inboxes.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds notifications to inboxes that are locked; what a user has already is not added again. */
final class NotificationAppender {

    private static final String INSERT =
            "insert into notification (user_key, seq, state, push_at, push_attempts, "
                    + CONTENT
                    + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** A statement has at most 65,535 parameters. */
    private static final int MOST_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final NotificationRows rows;
    private final Duration pushAfter;
    private final Clock clock;

    NotificationAppender(
            JdbcTemplate jdbc, NotificationRows rows, Duration pushAfter, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batches = jdbc;
        this.rows = rows;
        this.pushAfter = pushAfter;
        this.clock = clock;
    }

    /**
     * Adds what is sent to users, in its order.
     *
     * @return each user's copy, the one that was there before where there was one
     */
    List<Kept> append(Map<String, Inbox> inboxes, List<Sending> sendings) {
        var known = known(sendings);
        var added = new ArrayList<@Nullable Object[]>();
        var copies = new ArrayList<Kept>();
        for (var sending : sendings) {
            for (var user : JdbcNotifications.keys(sending)) {
                var key = new Key(user, sending.notification().id());
                var copy = known.get(key);
                var inbox = inboxes.get(user);
                if (copy == null && inbox != null) {
                    copy = copy(user, inbox.next(), sending);
                    known.put(key, copy);
                    added.add(values(copy, sending));
                }
                if (copy != null) {
                    copies.add(copy);
                }
            }
        }
        if (!added.isEmpty()) {
            batches.batchUpdate(INSERT, added);
        }
        return copies;
    }

    private static Kept copy(String user, long position, Sending sending) {
        return new Kept(user, position, NotificationState.CREATED, sending.notification());
    }

    private @Nullable Object[] values(Kept copy, Sending sending) {
        var pushAt = at(clock.instant().plus(pushAfter));
        return rows.values(
                sending,
                copy.userKey(),
                copy.position(),
                NotificationRows.code(copy.state()),
                pushAt,
                0);
    }

    /** Asked for by user and id together, so that it costs the same however much is kept. */
    private Map<Key, Kept> known(List<Sending> sendings) {
        var wanted =
                sendings.stream()
                        .flatMap(
                                sending ->
                                        JdbcNotifications.keys(sending).stream()
                                                .map(
                                                        user ->
                                                                new Object[] {
                                                                    user,
                                                                    sending.notification().id()
                                                                }))
                        .toList();
        var known = new HashMap<Key, Kept>();
        for (int i = 0; i < wanted.size(); i += MOST_AT_ONCE) {
            jdbc.sql(
                            "select user_key, seq, state, read_at, "
                                    + CONTENT
                                    + " from notification"
                                    + " where (user_key, message_id) in (:wanted)")
                    .param("wanted", wanted.subList(i, Math.min(i + MOST_AT_ONCE, wanted.size())))
                    .query(rows.kept())
                    .list()
                    .forEach(
                            copy ->
                                    known.put(
                                            new Key(copy.userKey(), copy.notification().id()),
                                            copy));
        }
        return known;
    }

    private record Key(String user, String id) {}
}
