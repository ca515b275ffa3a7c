package io.venta.server.notification;

import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.FeedPublisher;
import io.venta.server.topic.NodeListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataAccessException;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.stereotype.Component;

/**
 * Tells devices what is kept by now: a user's own on all nodes; what is for everyone, each node to
 * the users that listen there, after it has given them their copies.
 */
@Component
class Announcer implements NodeListener, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Announcer.class);
    private static final int AT_ONCE = 500;
    private static final long RETRY_SECONDS = 2;

    private final Notifications notifications;
    private final NotificationFeed feed;
    private final FeedPublisher publisher;
    private final SimpMessageSendingOperations messaging;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("broadcasts").factory());

    Announcer(
            Notifications notifications,
            NotificationFeed feed,
            @Lazy FeedPublisher publisher,
            @Lazy SimpMessageSendingOperations messaging) {
        this.notifications = notifications;
        this.feed = feed;
        this.publisher = publisher;
        this.messaging = messaging;
    }

    /**
     * Tells users' devices, each user's in order.
     *
     * @return done when RabbitMQ has confirmed all; failed if it has not
     */
    CompletableFuture<Void> announce(Collection<Kept> kept) {
        var confirmations = new ArrayList<CompletableFuture<Void>>(kept.size());
        try {
            for (var copy : kept) {
                confirmations.add(publisher.publish(copy.userKey(), feed.message(copy)));
            }
        } catch (RejectedMessageException e) {
            return CompletableFuture.failedFuture(e);
        }
        return CompletableFuture.allOf(confirmations.toArray(CompletableFuture[]::new));
    }

    /** Tells a user's devices that these are read. */
    void announceRead(String userKey, List<String> ids) {
        var unused = publisher.publish(userKey, feed.read(ids));
    }

    /**
     * Has all nodes look what there is for everyone.
     *
     * @throws RuntimeException if they cannot be told
     */
    void announceBroadcasts() {
        messaging.convertAndSend(destination(), "{}");
    }

    @Override
    public String destination() {
        return PREFIX + "notifications.broadcast";
    }

    @Override
    public void heard(byte[] body) {
        if (due.compareAndSet(false, true)) {
            thread.execute(this::handOut);
        }
    }

    private void handOut() {
        due.set(false);
        try {
            var users = List.copyOf(publisher.listening());
            for (int i = 0; i < users.size(); i += AT_ONCE) {
                var some = users.subList(i, Math.min(users.size(), i + AT_ONCE));
                announce(notifications.handOutBroadcasts(some)).join();
            }
        } catch (DataAccessException | CompletionException e) {
            log.warn("What is for everyone waits: {}", e.getMessage());
            if (due.compareAndSet(false, true)) {
                var unused = thread.schedule(this::handOut, RETRY_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    @Override
    public void destroy() {
        thread.shutdown();
    }
}
