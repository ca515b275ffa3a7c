package io.venta.server.notification;

import io.venta.model.MessageType;
import io.venta.model.notification.NotificationIds;
import io.venta.server.database.Database;
import io.venta.server.topic.FeedMessage;
import io.venta.server.topic.FeedPage;
import io.venta.server.topic.UserFeed;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a user has not read, as its devices hear it when they come: oldest first.
 *
 * <p>A few threads read, a page at a time, in the order in which they are asked: who has ten
 * thousand unread waits for others between pages as others wait for it.
 */
@Component
class NotificationFeed implements UserFeed, DisposableBean {

    private static final int PAGE = 100;
    private static final int READERS = 4;

    private final Notifications notifications;
    private final Database database;
    private final JsonMapper json;
    private final ExecutorService readers =
            Executors.newFixedThreadPool(
                    READERS,
                    Thread.ofPlatform().daemon().name("notification-reader-", 0).factory());

    NotificationFeed(Notifications notifications, Database database, JsonMapper json) {
        this.notifications = notifications;
        this.database = database;
        this.json = json;
    }

    @Override
    public CompletableFuture<FeedPage> read(String userKey, long after) {
        if (!database.isUp()) {
            return CompletableFuture.failedFuture(
                    new DataAccessResourceFailureException("The database is out of reach"));
        }
        return CompletableFuture.supplyAsync(() -> page(userKey, after), readers);
    }

    private FeedPage page(String userKey, long after) {
        var unread = notifications.unread(userKey, after, PAGE);
        var messages = unread.notifications().stream().map(this::message).toList();
        return new FeedPage(messages, unread.position(), unread.hasMore());
    }

    /** A notification as devices hear it, whether it is read or comes live. */
    FeedMessage message(Kept kept) {
        return new FeedMessage(
                kept.position(),
                MessageType.NOTIFICATION.wireName(),
                json.writeValueAsBytes(kept.notification()));
    }

    /** Says that these are read. */
    FeedMessage read(List<String> ids) {
        return new FeedMessage(
                FeedMessage.NO_POSITION,
                MessageType.NOTIFICATION_READ.wireName(),
                json.writeValueAsBytes(new NotificationIds(ids)));
    }

    @Override
    public void destroy() {
        readers.shutdown();
    }
}
