package io.venta.desktop.notification;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.connection.GatewayMessage;
import io.venta.model.Destinations;
import io.venta.model.ErrorReply;
import io.venta.model.MessageType;
import io.venta.model.notification.NotificationPage;
import io.venta.model.notification.Priority;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The notifications in the drawer and the messages over the map, newest first. What is critical
 * stays over the map until it is read or the drawer was opened, and sounds once unless muted.
 * JavaFX thread only, but for what the connection calls.
 */
public final class NotificationViewModel {

    /** How far the history has been read. */
    enum History {
        /** There may be older ones. */
        MORE,
        /** Older ones are on their way. */
        LOADING,
        /** They could not be read. */
        FAILED,
        /** These are all. */
        WHOLE
    }

    private static final Duration SHOWN_FOR = Duration.ofSeconds(8);
    private static final String PAGE = "/api/notifications?limit=50";

    // Properties

    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty muted = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable News> picked = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<History> history =
            new ReadOnlyObjectWrapper<>(History.MORE);
    private final ObjectProperty<Instant> now;

    private final GatewayConnection connection;
    private final Executor fx;
    private final InstantSource clock;
    private final Inbox inbox;
    private final Toasts toasts = new Toasts();
    private final Set<News> told = new HashSet<>();
    private final Lead drawer = new Lead(open, () -> open.set(true));
    private Runnable sound = () -> {};
    private @Nullable String next;

    /** Hears the user's notifications and what the server refuses this session, on {@code fx}. */
    public NotificationViewModel(GatewayConnection connection, Executor fx, InstantSource clock) {
        this.connection = connection;
        this.fx = fx;
        this.clock = clock;
        this.now = new SimpleObjectProperty<>(clock.instant());
        this.inbox = new Inbox(connection, fx, new Arrivals());
        inbox.unreadProperty().addListener((property, before, is) -> unreadChanged());
        open.addListener((property, before, is) -> opened(is));
        inbox.subscribe();
        connection.subscribe(Destinations.ERRORS, message -> fx.execute(() -> hear(message)));
    }

    /** Whether the drawer is in sight. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Whether what is critical makes no sound. */
    public BooleanProperty mutedProperty() {
        return muted;
    }

    /** How many are not read. */
    public ReadOnlyIntegerProperty unreadProperty() {
        return inbox.unreadProperty();
    }

    /** What is shown over the map, newest first. */
    public ObservableList<Toast> toasts() {
        return toasts.shown();
    }

    /** How many messages there is no room for. */
    ReadOnlyIntegerProperty moreProperty() {
        return toasts.moreProperty();
    }

    /** All that are known, newest first. */
    public ObservableList<News> news() {
        return inbox.all();
    }

    /** The one that the drawer was opened for. */
    ObjectProperty<@Nullable News> pickedProperty() {
        return picked;
    }

    ReadOnlyObjectProperty<History> historyProperty() {
        return history.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now;
    }

    // Commands

    /** What to play when something critical comes. */
    public void onAlarm(Runnable play) {
        sound = play;
    }

    /** Shows a message for some seconds; not twice at once. */
    public void say(String title, String words) {
        say(title, words, null);
    }

    /** The same, with a way to what it tells of. */
    public void say(String title, String words, @Nullable Lead lead) {
        if (!toasts.any(t -> t.title().equals(title) && t.message().equals(words))) {
            toasts.add(new Toast(title, words, Priority.NORMAL, null, lead, clock.instant()));
        }
    }

    /** Takes the messages away that tell of what is in sight now. */
    public void dropNeedless() {
        toasts.removeIf(Toast::isNeedless);
    }

    /** Opens the drawer for one of them. */
    void show(News news) {
        open.set(true);
        picked.set(null);
        picked.set(news);
    }

    /** Takes one away; what is a notification counts as read. */
    public void dismiss(Toast toast) {
        toasts.removeIf(toast::equals);
        if (toast.news() != null) {
            inbox.read(List.of(toast.news()));
        }
    }

    /** The user has read it. */
    void read(News news) {
        inbox.read(List.of(news));
    }

    /** The user has read all that there are. */
    void readAll() {
        inbox.readAll();
    }

    /** Reads the next older page; the first time the newest. */
    void older() {
        if (history.get() == History.LOADING || history.get() == History.WHOLE) {
            return;
        }
        history.set(History.LOADING);
        String before =
                next == null ? "" : "&before=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        var unused =
                connection
                        .ask(PAGE + before, NotificationPage.class)
                        .whenComplete((page, failure) -> fx.execute(() -> take(page)));
    }

    /** Lets time pass: what was shown long enough goes. */
    public void tick() {
        now.set(clock.instant());
        inbox.tick();
        Instant instant = now.get();
        toasts.removeIf(
                toast -> !toast.stays() && toast.shownAt().plus(SHOWN_FOR).isBefore(instant));
    }

    private void opened(boolean is) {
        dropNeedless();
        if (is && history.get() != History.WHOLE && next == null) {
            older();
        }
    }

    private void take(@Nullable NotificationPage page) {
        if (page == null) {
            history.set(History.FAILED);
            return;
        }
        inbox.learn(page.notifications());
        next = page.next();
        history.set(next == null ? History.WHOLE : History.MORE);
    }

    private void hear(GatewayMessage message) {
        switch (message.payload()) {
            case ErrorReply refusal when message.type() == MessageType.SERVICE_DEGRADED ->
                    say(text("notification.degraded"), refusal.message());
            case ErrorReply refusal -> say(text("notification.refused"), refusal.message());
            default -> {
                if (message.type() == MessageType.SERVICE_RESTORED) {
                    say(text("notification.restored"), "");
                }
            }
        }
    }

    private void tell(News news) {
        var notification = news.notification();
        told.add(news);
        toasts.add(
                new Toast(
                        notification.title(),
                        notification.message(),
                        notification.priority(),
                        news,
                        new Lead(open, () -> show(news)),
                        clock.instant()));
    }

    /** What is critical is told once, be it new or from the history. */
    private void unreadChanged() {
        toasts.removeIf(toast -> toast.news() != null && !toast.news().unread());
        inbox.all().stream()
                .filter(news -> news.unread() && isCritical(news) && !told.contains(news))
                .forEach(this::tell);
    }

    private static boolean isCritical(News news) {
        return news.notification().priority() == Priority.CRITICAL;
    }

    private void alarm() {
        if (!muted.get()) {
            sound.run();
        }
    }

    private final class Arrivals implements Inbox.Listener {

        @Override
        public void arrived(News news) {
            Priority priority = news.notification().priority();
            if (isCritical(news)) {
                alarm();
            } else if (priority != Priority.LOW) {
                tell(news);
            }
        }

        /** One word about all that waited; what is critical speaks for itself. */
        @Override
        public void waited(List<News> news) {
            if (news.stream().anyMatch(NotificationViewModel::isCritical)) {
                alarm();
            }
            List<News> quiet =
                    news.stream()
                            .filter(each -> !isCritical(each))
                            .filter(each -> each.notification().priority() != Priority.LOW)
                            .toList();
            if (quiet.size() == 1) {
                tell(quiet.getFirst());
            } else if (!quiet.isEmpty()) {
                say(
                        text("notification.waited", quiet.size()),
                        text("notification.waited.hint"),
                        drawer);
            }
        }
    }
}
