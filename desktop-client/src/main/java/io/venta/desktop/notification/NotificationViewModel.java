package io.venta.desktop.notification;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.connection.GatewayMessage;
import io.venta.model.Destinations;
import io.venta.model.ErrorReply;
import io.venta.model.MessageType;
import io.venta.model.notification.Notification;
import io.venta.model.notification.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The messages shown at the moment, newest first. The server delivers at least once: an id seen
 * before is dropped. JavaFX thread only, but for what the connection calls.
 */
public final class NotificationViewModel {

    private static final Duration SHOWN_FOR = Duration.ofSeconds(8);
    private static final int MOST = 4;

    private final ObservableList<Toast> toasts = FXCollections.observableArrayList();
    private final Set<String> seen = new HashSet<>();
    private final Executor fx;
    private final InstantSource clock;

    /** Shows on {@code fx}. */
    public NotificationViewModel(Executor fx, InstantSource clock) {
        this.fx = fx;
        this.clock = clock;
    }

    /** Hears the user's notifications and what the server refuses this session. */
    public void subscribe(GatewayConnection connection) {
        connection.subscribe(Destinations.NOTIFICATIONS, this::take);
        connection.subscribe(Destinations.ERRORS, this::take);
    }

    /** What is shown, newest first. */
    public ObservableList<Toast> toasts() {
        return toasts;
    }

    /** Takes one away. */
    public void dismiss(Toast toast) {
        toasts.remove(toast);
    }

    /** Lets time pass: what was shown long enough goes. */
    public void tick() {
        Instant now = clock.instant();
        toasts.removeIf(toast -> !toast.stays() && toast.shownAt().plus(SHOWN_FOR).isBefore(now));
    }

    private void take(GatewayMessage message) {
        fx.execute(() -> show(message));
    }

    private void show(GatewayMessage message) {
        switch (message.payload()) {
            case Notification news when news.readAt() == null && seen.add(news.id()) ->
                    add(news.title(), news.message(), news.priority());
            case ErrorReply refusal when message.type() == MessageType.SERVICE_DEGRADED ->
                    add(text("notification.degraded"), refusal.message(), Priority.NORMAL);
            case ErrorReply refusal ->
                    add(text("notification.refused"), refusal.message(), Priority.NORMAL);
            default -> {
                if (message.type() == MessageType.SERVICE_RESTORED) {
                    add(text("notification.restored"), "", Priority.NORMAL);
                }
            }
        }
    }

    private void add(String title, String words, Priority priority) {
        boolean shown =
                toasts.stream().anyMatch(t -> t.title().equals(title) && t.message().equals(words));
        if (shown) {
            return;
        }
        toasts.addFirst(new Toast(title, words, priority, clock.instant()));
        if (toasts.size() > MOST) {
            toasts.removeLast();
        }
    }
}
