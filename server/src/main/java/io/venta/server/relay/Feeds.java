package io.venta.server.relay;

import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.model.MessageType;
import io.venta.server.relay.FeedCursor.Next;
import io.venta.server.session.MessagesMissed;
import io.venta.server.topic.FeedMessage;
import io.venta.server.topic.FeedPage;
import io.venta.server.topic.FeedPublisher;
import io.venta.server.topic.UserFeed;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;

/**
 * Brings users their feed: to who subscribes, what is kept there, the RECEIPT, then what comes
 * live; see {@link FeedCursor}.
 *
 * <p>Where the feed is out of reach a subscription waits for it, and its RECEIPT too; the
 * connection lives. After an outage of RabbitMQ each one reads what it may have missed.
 * Thread-safe; waits for nothing.
 */
final class Feeds implements FeedPublisher {

    private static final Logger log = LoggerFactory.getLogger(Feeds.class);
    private static final String POSITION = "venta-position";
    private static final long RETRY_SECONDS = 2;

    private final UserFeed feed;
    private final Topics topics;
    private final ClientSessions sessions;
    private final Upstream upstream;
    private final Lanes lanes;

    /** Far from those that topics count up. */
    private final AtomicLong messageIds = new AtomicLong(1L << 48);

    Feeds(UserFeed feed, Topics topics, ClientSessions sessions, Upstream upstream, Lanes lanes) {
        this.feed = feed;
        this.topics = topics;
        this.sessions = sessions;
        this.upstream = upstream;
        this.lanes = lanes;
    }

    /** Adds a subscription to a user's feed. */
    void subscribe(Subscription subscription, byte @Nullable [] receipt) {
        subscription.follow(new FeedCursor(subscription, receipt, lanes));
        topics.subscribe(subscription, null);
        read(subscription);
    }

    @Override
    public CompletableFuture<Void> publish(String userKey, FeedMessage message) {
        var headers =
                Map.of(
                        "content-type",
                        "application/json",
                        MessageType.HEADER,
                        message.type(),
                        POSITION,
                        Long.toString(message.position()));
        var confirmation = upstream.publish(Address.USERS + userKey, message.body(), headers);
        SendScope.await(confirmation);
        return confirmation;
    }

    @Override
    public Collection<String> listening() {
        return followers()
                .map(subscription -> subscription.session().userKey().value())
                .collect(Collectors.toSet());
    }

    /** Takes what some node has published. */
    void heard(UpstreamMessage message) {
        var userKey = message.destination().substring(Address.USERS.length());
        var subscriptions = topics.subscribers(Address.ofUser(userKey));
        if (subscriptions.isEmpty()) {
            return;
        }
        var position = position(message.header(POSITION));
        var delivery =
                message(String.valueOf(message.header(MessageType.HEADER)), message.body(), false);
        for (var subscription : subscriptions) {
            var cursor = subscription.cursor();
            if (cursor != null) {
                var isKept = position != FeedMessage.NO_POSITION;
                go(
                        subscription,
                        isKept ? cursor.heard(delivery, position) : cursor.heard(delivery));
            }
        }
    }

    @EventListener
    void missed(MessagesMissed missed) {
        followers()
                .forEach(
                        subscription -> {
                            var cursor = subscription.cursor();
                            if (cursor != null) {
                                go(subscription, cursor.missed());
                            }
                        });
    }

    private Stream<Subscription> followers() {
        return sessions.all().stream()
                .flatMap(session -> session.subscriptions().values().stream())
                .filter(subscription -> subscription.cursor() != null);
    }

    private void go(Subscription subscription, Next next) {
        switch (next) {
            case NOTHING -> {
                // It is up to date, or reading.
            }
            // Only once what waits was written: who does not read is not read to either.
            case READ -> subscription.session().afterwards(() -> read(subscription));
            case END ->
                    sessions.fail(
                            subscription.session(),
                            ErrorReply.of(ErrorCode.SLOW_CONSUMER, "You do not read"));
        }
    }

    private void read(Subscription subscription) {
        var cursor = subscription.cursor();
        if (cursor == null || subscription.hasEnded()) {
            return;
        }
        var userKey = subscription.session().userKey().value();
        var unused =
                feed.read(userKey, cursor.position())
                        .whenComplete((page, failure) -> take(subscription, cursor, page, failure));
    }

    private void take(
            Subscription subscription,
            FeedCursor cursor,
            @Nullable FeedPage page,
            @Nullable Throwable failure) {
        if (page == null) {
            log.debug("The feed is out of reach", failure);
            CompletableFuture.delayedExecutor(RETRY_SECONDS, TimeUnit.SECONDS)
                    .execute(() -> read(subscription));
            return;
        }
        var isFirst = cursor.isFirst();
        var deliveries =
                page.messages().stream()
                        .map(message -> message(message.type(), message.body(), isFirst))
                        .toList();
        var next = cursor.read(deliveries, page.position(), page.hasMore());
        lanes.flush();
        go(subscription, next);
    }

    private Delivery message(String type, byte[] body, boolean retained) {
        var id = messageIds.incrementAndGet();
        return Delivery.of(Destinations.NOTIFICATIONS, type, body, retained, id, System.nanoTime());
    }

    private static long position(@Nullable String header) {
        try {
            return Long.parseLong(Objects.requireNonNullElse(header, "0"));
        } catch (NumberFormatException e) {
            log.warn("A node of another version counts in another way: {}", header, e);
            return FeedMessage.NO_POSITION;
        }
    }
}
