package io.venta.server.notification;

import static io.venta.server.notification.NotificationRows.CONTENT;
import static io.venta.server.notification.NotificationRows.at;
import static io.venta.server.notification.NotificationRows.code;

import io.venta.model.notification.NotificationPage;
import io.venta.model.notification.NotificationState;
import io.venta.server.notification.Recipients.Users;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Notifications in PostgreSQL, or in H2 as PostgreSQL speaks: in SQL that both understand. */
@Component
class JdbcNotifications implements Notifications {

    private static final String SELECT =
            "select user_key, seq, state, read_at, " + CONTENT + " from notification where ";

    static final String ALIVE = " and (expires_at is null or expires_at > :now)";

    private static final int READ = code(NotificationState.READ);
    private static final int CREATED = code(NotificationState.CREATED);
    private static final int DELIVERED = code(NotificationState.DELIVERED);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final NotificationRows rows;
    private final Inboxes inboxes;
    private final NotificationAppender appender;
    private final Broadcasts broadcasts;
    private final Clock clock;

    JdbcNotifications(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            JsonMapper json,
            NotificationSettings settings,
            Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.transactions = new TransactionTemplate(transactions);
        this.rows = new NotificationRows(json);
        this.inboxes = new Inboxes(jdbc);
        this.appender = new NotificationAppender(jdbc, rows, settings.pushAfter(), clock);
        this.broadcasts = new Broadcasts(jdbc, rows, inboxes, appender, clock);
        this.clock = clock;
    }

    @Override
    public List<Kept> keep(List<Sending> sendings) {
        return inTransaction(
                () -> {
                    var users = new TreeSet<String>();
                    sendings.forEach(sending -> users.addAll(keys(sending)));
                    var locked = inboxes.lock(users);
                    var kept = appender.append(locked, sendings);
                    inboxes.update(locked.values());
                    broadcasts.keep(sendings);
                    return kept.stream().filter(JdbcNotifications::isNew).toList();
                });
    }

    private static boolean isNew(Kept kept) {
        return kept.state() == NotificationState.CREATED;
    }

    static List<String> keys(Sending sending) {
        return sending.recipients() instanceof Users users ? users.keys() : List.of();
    }

    @Override
    public List<Kept> handOutBroadcasts(Collection<String> userKeys) {
        return inTransaction(() -> broadcasts.handOut(userKeys));
    }

    @Override
    public Unread unread(String userKey, long after, int limit) {
        return inTransaction(
                () -> {
                    broadcasts.handOut(List.of(userKey));
                    // Before the rows: whatever is up to here is committed, and so among them.
                    var last = inboxes.lastPosition(userKey);
                    var found =
                            jdbc.sql(
                                            SELECT
                                                    + "user_key = :user and seq > :after"
                                                    + " and seq <= :last and state < :read"
                                                    + ALIVE
                                                    + " order by seq limit :limit")
                                    .param("user", userKey)
                                    .param("after", after)
                                    .param("last", last)
                                    .param("read", READ)
                                    .param("now", now())
                                    .param("limit", limit)
                                    .query(rows.kept())
                                    .list();
                    var isFull = found.size() == limit;
                    var position = isFull ? found.getLast().position() : Math.max(after, last);
                    return new Unread(found, position, isFull);
                });
    }

    @Override
    public void received(String userKey, Collection<String> ids) {
        if (!ids.isEmpty()) {
            inTransaction(
                    () -> {
                        inboxes.lock(List.of(userKey));
                        return jdbc.sql(
                                        "update notification set state = :delivered, push_at = null"
                                                + " where user_key = :user and state = :created"
                                                + " and message_id in (:ids)")
                                .param("delivered", DELIVERED)
                                .param("created", CREATED)
                                .param("user", userKey)
                                .param("ids", ids)
                                .update();
                    });
        }
    }

    @Override
    public List<String> read(String userKey, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return inTransaction(
                () -> {
                    inboxes.lock(List.of(userKey));
                    markRead(userKey, " and message_id in (:ids)").param("ids", ids).update();
                    return jdbc.sql(
                                    "select message_id from notification where user_key = :user"
                                            + " and message_id in (:ids) order by seq")
                            .param("user", userKey)
                            .param("ids", ids)
                            .query(String.class)
                            .list();
                });
    }

    @Override
    public List<String> readAll(String userKey) {
        return inTransaction(
                () -> {
                    broadcasts.handOut(List.of(userKey));
                    inboxes.lock(List.of(userKey));
                    var ids =
                            jdbc.sql(
                                            "select message_id from notification where user_key ="
                                                    + " :user and state < :read order by seq")
                                    .param("user", userKey)
                                    .param("read", READ)
                                    .query(String.class)
                                    .list();
                    markRead(userKey, "").update();
                    return ids;
                });
    }

    private JdbcClient.StatementSpec markRead(String userKey, String which) {
        return jdbc.sql(
                        "update notification set state = :read, read_at = :now, push_at = null"
                                + " where user_key = :user and state < :read"
                                + which)
                .param("read", READ)
                .param("now", now())
                .param("user", userKey);
    }

    @Override
    public NotificationPage history(String userKey, HistoryQuery query) {
        return inTransaction(
                () -> {
                    broadcasts.handOut(List.of(userKey));
                    var found = older(userKey, query);
                    var page = found.stream().limit(query.limit()).toList();
                    var next =
                            found.size() > query.limit()
                                    ? String.valueOf(page.getLast().position())
                                    : null;
                    return new NotificationPage(
                            page.stream().map(Kept::notification).toList(), unread(userKey), next);
                });
    }

    private List<Kept> older(String userKey, HistoryQuery query) {
        var ofType = query.type() == null ? "" : " and type = :type";
        return jdbc.sql(
                        SELECT
                                + "user_key = :user and seq < :before and state in (:states)"
                                + ofType
                                + ALIVE
                                + " order by seq desc limit :limit")
                .param("user", userKey)
                .param("before", query.before())
                .param("states", query.states().stream().map(NotificationRows::code).toList())
                .param("type", query.type())
                .param("now", now())
                .param("limit", query.limit() + 1)
                .query(rows.kept())
                .list();
    }

    private int unread(String userKey) {
        return jdbc.sql(
                        "select count(*) from notification where user_key = :user"
                                + " and state in (:created, :delivered)"
                                + ALIVE)
                .param("user", userKey)
                .param("created", CREATED)
                .param("delivered", DELIVERED)
                .param("now", now())
                .query(Integer.class)
                .single();
    }

    private @Nullable OffsetDateTime now() {
        return at(clock.instant());
    }

    /** A database that is away is a store out of reach, wherever it shows. */
    private <T> T inTransaction(Supplier<T> action) {
        try {
            return Objects.requireNonNull(transactions.execute(_ -> action.get()));
        } catch (TransactionException e) {
            throw new DataAccessResourceFailureException("The database is out of reach", e);
        }
    }
}
