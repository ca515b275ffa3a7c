package io.venta.server.notification;

import static io.venta.server.notification.NotificationRows.CONTENT;
import static io.venta.server.notification.NotificationRows.at;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What no device has reported, and when something is to be done about it. Blocks. */
@Component
class Undelivered {

    private final JdbcClient jdbc;
    private final NotificationRows rows;

    Undelivered(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = JdbcClient.create(jdbc);
        this.rows = new NotificationRows(json);
    }

    /** What is due by now, the longest first; nothing that has expired. */
    List<Due> due(Instant now, int limit) {
        return jdbc.sql(
                        "select user_key, seq, state, read_at, push_attempts, "
                                + CONTENT
                                + " from notification where push_at <= :now"
                                + JdbcNotifications.ALIVE
                                + " order by push_at limit :limit")
                .param("now", at(now))
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Due(
                                        rows.kept().mapRow(row, number),
                                        row.getInt("push_attempts")))
                .list();
    }

    /** Nothing more is to be done about it. */
    void settle(Kept kept) {
        jdbc.sql("update notification set push_at = null where user_key = ? and seq = ?")
                .param(kept.userKey())
                .param(kept.position())
                .update();
    }

    /** Something is to be done later, unless a device reports it before. */
    void postpone(Due due, Instant until) {
        jdbc.sql(
                        "update notification set push_at = ?, push_attempts = ?"
                                + " where user_key = ? and seq = ? and push_at is not null")
                .param(at(until))
                .param(due.attempts() + 1)
                .param(due.kept().userKey())
                .param(due.kept().position())
                .update();
    }

    /**
     * One of them.
     *
     * @param kept what it is
     * @param attempts how often it was pushed in vain
     */
    record Due(Kept kept, int attempts) {}
}
