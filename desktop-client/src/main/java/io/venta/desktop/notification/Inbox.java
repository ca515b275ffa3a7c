package io.venta.desktop.notification;

import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.connection.GatewayMessage;
import io.venta.desktop.connection.TopicListener;
import io.venta.model.Destinations;
import io.venta.model.notification.Notification;
import io.venta.model.notification.NotificationIds;
import io.venta.model.notification.NotificationReadReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The user's notifications, each once however often it comes: live, as those that waited, and from
 * the history. What was read here is said again, with each connection and twice a minute, until the
 * server confirms it. JavaFX thread only, but for what the connection calls.
 */
final class Inbox {

    /** Hears what is new. */
    interface Listener {

        /** One came while the connection was live. */
        void arrived(News news);

        /** Those, unknown before, that had waited for this connection; oldest first. */
        void waited(List<News> news);
    }

    private static final int AGAIN_TICKS = 30;

    /** An id that the server does not know any more is never confirmed. */
    private static final int MOST_TRIES = 5;

    private static final Comparator<News> NEWEST_FIRST =
            Comparator.comparing((News news) -> news.notification().createdAt())
                    .thenComparing(News::nth)
                    .reversed();

    private final GatewayConnection connection;
    private final Executor fx;
    private final Listener listener;
    private final Map<String, News> byId = new HashMap<>();
    private final ObservableList<News> all = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final Map<String, Integer> saying = new LinkedHashMap<>();
    private final Set<String> received = new LinkedHashSet<>();
    private final List<News> waiting = new ArrayList<>();
    private int ticks;
    private boolean live;

    /** Hears the user's notifications. */
    Inbox(GatewayConnection connection, Executor fx, Listener listener) {
        this.connection = connection;
        this.fx = fx;
        this.listener = listener;
    }

    void subscribe() {
        connection.subscribe(Destinations.NOTIFICATIONS, new Hearing());
    }

    /** Newest first. */
    ObservableList<News> all() {
        return all;
    }

    /** How many are not read. */
    ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /** The user has read these. */
    void read(Collection<News> news) {
        List<String> ids = news.stream().filter(News::unread).map(News::id).toList();
        ids.forEach(id -> saying.put(id, 0));
        mark(ids);
        sayRead(ids);
    }

    void readAll() {
        read(List.copyOf(all));
    }

    /** Adds what is not known, and marks what was read meanwhile. */
    void learn(Collection<Notification> history) {
        history.forEach(this::keep);
    }

    /** Once a second: says what reached this device, and now and then again what was read. */
    void tick() {
        for (List<String> ids : portions(received)) {
            connection.send(Destinations.NOTIFICATION_RECEIVED, new NotificationIds(ids));
        }
        received.clear();
        if (++ticks % AGAIN_TICKS == 0) {
            sayRead(saying.keySet());
        }
    }

    private void take(GatewayMessage message) {
        switch (message.payload()) {
            case Notification notification -> take(notification);
            case NotificationIds read -> {
                read.ids().forEach(saying::remove);
                mark(read.ids());
            }
            default -> {}
        }
    }

    private void take(Notification notification) {
        received.add(notification.id());
        boolean known = byId.containsKey(notification.id());
        News news = keep(notification);
        if (known || !news.unread()) {
            return;
        }
        if (live) {
            listener.arrived(news);
        } else {
            waiting.add(news);
        }
    }

    private News keep(Notification notification) {
        News known = byId.get(notification.id());
        if (known != null) {
            if (notification.readAt() != null) {
                mark(List.of(notification.id()));
            }
            return known;
        }
        News news = new News(notification, byId.size());
        byId.put(news.id(), news);
        int index = Collections.binarySearch(all, news, NEWEST_FIRST);
        all.add(index < 0 ? -index - 1 : index, news);
        if (news.unread()) {
            unread.set(unread.get() + 1);
        }
        return news;
    }

    private void mark(Collection<String> ids) {
        for (String id : ids) {
            News news = byId.get(id);
            if (news != null && news.unread()) {
                news.becomeRead();
                unread.set(unread.get() - 1);
            }
        }
    }

    private void caughtUp() {
        live = true;
        List<News> waited = List.copyOf(waiting);
        waiting.clear();
        listener.waited(waited);
        sayRead(saying.keySet());
    }

    private void sayRead(Collection<String> ids) {
        for (List<String> portion : portions(ids)) {
            if (connection.send(
                    Destinations.NOTIFICATION_READ, NotificationReadReport.of(portion))) {
                portion.forEach(this::countTry);
            }
        }
    }

    private void countTry(String id) {
        saying.merge(id, 1, Integer::sum);
        saying.values().removeIf(tries -> tries >= MOST_TRIES);
    }

    private static List<List<String>> portions(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<List<String>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += NotificationIds.MAX) {
            int to = Math.min(all.size(), from + NotificationIds.MAX);
            portions.add(all.subList(from, to));
        }
        return portions;
    }

    private final class Hearing implements TopicListener {

        @Override
        public void onSubscribing() {
            fx.execute(() -> live = false);
        }

        @Override
        public void onMessage(GatewayMessage message) {
            fx.execute(() -> take(message));
        }

        @Override
        public void onCaughtUp() {
            fx.execute(Inbox.this::caughtUp);
        }
    }
}
