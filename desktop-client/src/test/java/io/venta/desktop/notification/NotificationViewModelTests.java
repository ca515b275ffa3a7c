package io.venta.desktop.notification;

import static io.venta.desktop.vendor.Updates.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.GatewayMessage;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.notification.NotificationViewModel.History;
import io.venta.desktop.vendor.TestClock;
import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.model.MessageType;
import io.venta.model.notification.Notification;
import io.venta.model.notification.NotificationIds;
import io.venta.model.notification.NotificationPage;
import io.venta.model.notification.NotificationReadReport;
import io.venta.model.notification.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationViewModelTests {

    private static final String HISTORY = "/api/notifications?limit=50";

    private final TestClock clock = new TestClock();
    private final RecordingConnection connection = new RecordingConnection();
    private final AtomicInteger alarms = new AtomicInteger();
    private NotificationViewModel model;

    @BeforeEach
    void start() {
        connection.become(new ConnectionState.Live(null));
        model = new NotificationViewModel(connection, Runnable::run, clock);
        model.onAlarm(alarms::incrementAndGet);
    }

    @Test
    void showsEachNotificationOnce() {
        caughtUp();
        deliver("n1", Priority.NORMAL);
        deliver("n2", Priority.NORMAL);
        deliver("n1", Priority.NORMAL);
        assertThat(model.toasts()).extracting(Toast::title).containsExactly("n2", "n1");
        assertThat(model.news()).extracting(News::id).containsExactly("n2", "n1");
        model.dismiss(model.toasts().getFirst());
        deliver("n2", Priority.NORMAL);
        assertThat(model.toasts()).hasSize(1);
    }

    @Test
    void keepsOnlyWhatMatters() {
        caughtUp();
        deliver("coffee", Priority.NORMAL);
        deliver("accident", Priority.CRITICAL);
        deliver("statistics", Priority.LOW);
        assertThat(model.toasts()).hasSize(2);
        clock.advance(Duration.ofSeconds(9));
        model.tick();
        assertThat(model.toasts()).extracting(Toast::title).containsExactly("accident");
        assertThat(model.unreadProperty().get()).isEqualTo(3);
    }

    @Test
    void tellsWhatTheServerRefuses() {
        ErrorReply reply = ErrorReply.of(ErrorCode.AUTHORIZATION_FAILED, "Dispatchers only");
        connection.deliver(
                Destinations.ERRORS, new GatewayMessage(MessageType.ERROR, false, reply));
        assertThat(model.toasts()).extracting(Toast::message).containsExactly("Dispatchers only");
    }

    @Test
    void neverFillsTheMapAndLetsTheCriticalStay() {
        caughtUp();
        deliver("fire", Priority.CRITICAL);
        for (int i = 0; i < 20; i++) {
            deliver("n" + i, Priority.HIGH);
        }
        assertThat(model.toasts()).extracting(Toast::title).containsExactly("n19", "n18", "fire");
        assertThat(model.moreProperty().get()).isEqualTo(18);
    }

    @Test
    void showsTheNextCriticalOnceOneIsRead() {
        caughtUp();
        for (int i = 0; i < 6; i++) {
            deliver("fire-" + i, Priority.CRITICAL);
        }
        assertThat(titles()).containsExactly("fire-5", "fire-4", "fire-3");
        model.dismiss(model.toasts().getFirst());
        assertThat(titles()).containsExactly("fire-4", "fire-3", "fire-2");
        assertThat(model.moreProperty().get()).isEqualTo(2);
        model.readAll();
        assertThat(model.toasts()).isEmpty();
        assertThat(model.moreProperty().get()).isZero();
    }

    @Test
    void makesRoomForTheDrawerAndNeverComesBackForTheSame() {
        caughtUp();
        deliver("fire", Priority.CRITICAL);
        deliver("flood", Priority.HIGH);
        model.say("No", "what no list has");
        model.openProperty().set(true);
        assertThat(titles()).containsExactly("No");
        deliver("storm", Priority.CRITICAL);
        assertThat(titles()).containsExactly("No");
        model.openProperty().set(false);
        deliver("fire", Priority.CRITICAL);
        caughtUp();
        model.tick();
        assertThat(titles()).containsExactly("No");
        assertThat(model.unreadProperty().get()).isEqualTo(3);
        deliver("hail", Priority.CRITICAL);
        assertThat(titles()).containsExactly("hail", "No");
    }

    @Test
    void opensTheDrawerAtWhatItTellsOf() {
        caughtUp();
        deliver("flood", Priority.HIGH);
        deliver("fire", Priority.CRITICAL);
        Lead lead = Objects.requireNonNull(model.toasts().getLast().lead());
        lead.follow().run();
        assertThat(model.openProperty().get()).isTrue();
        assertThat(model.pickedProperty().get()).isSameAs(model.news().getLast());
        assertThat(model.toasts()).isEmpty();
        assertThat(model.unreadProperty().get()).as("to see it is not to read it").isEqualTo(2);
    }

    @Test
    void leavesTheMapWhereAnotherListShowsTheSame() {
        BooleanProperty shown = new SimpleBooleanProperty();
        Lead lead = new Lead(shown, () -> {});
        model.say("Too fast", "v1", lead);
        assertThat(titles()).containsExactly("Too fast");
        shown.set(true);
        model.dropNeedless();
        model.say("Too fast", "v2", lead);
        assertThat(model.toasts()).isEmpty();
    }

    @Test
    void saysInOneWordWhatWaited() {
        for (int i = 0; i < 12; i++) {
            deliver("n" + i, Priority.NORMAL);
        }
        assertThat(model.toasts()).isEmpty();
        caughtUp();
        assertThat(model.toasts())
                .extracting(Toast::title)
                .containsExactly("12 notifications waited for you");
    }

    @Test
    void soundsForTheCriticalUnlessMuted() {
        deliver("a", Priority.CRITICAL);
        deliver("b", Priority.CRITICAL);
        caughtUp();
        assertThat(alarms).as("once for all that waited").hasValue(1);
        deliver("c", Priority.CRITICAL);
        deliver("c", Priority.CRITICAL);
        deliver("d", Priority.HIGH);
        assertThat(alarms).hasValue(2);
        model.mutedProperty().set(true);
        deliver("e", Priority.CRITICAL);
        assertThat(alarms).hasValue(2);
    }

    @Test
    void saysWhatReachedIt() {
        deliver("n1", Priority.LOW);
        deliver("n2", Priority.LOW);
        model.tick();
        model.tick();
        assertThat(connection.sent(Destinations.NOTIFICATION_RECEIVED))
                .containsExactly(new NotificationIds(List.of("n1", "n2")));
    }

    @Test
    void saysWhatWasReadUntilItIsConfirmed() {
        deliver("n1", Priority.LOW);
        caughtUp();
        connection.become(new ConnectionState.Connecting(NOON));
        model.read(model.news().getFirst());
        assertThat(model.unreadProperty().get()).isZero();
        assertThat(reads()).isEmpty();

        connection.become(new ConnectionState.Live(null));
        connection.subscribeAgain();
        deliver("n1", Priority.LOW);
        caughtUp();
        assertThat(reads()).containsExactly(NotificationReadReport.of(List.of("n1")));
        assertThat(model.unreadProperty().get()).isZero();

        readElsewhere("n1");
        caughtUp();
        assertThat(reads()).hasSize(1);
    }

    @Test
    void saysNothingForEver() {
        deliver("n1", Priority.LOW);
        caughtUp();
        model.readAll();
        for (int second = 0; second < 600; second++) {
            model.tick();
        }
        assertThat(reads()).hasSize(5);
    }

    @Test
    void hearsWhatWasReadElsewhere() {
        caughtUp();
        deliver("n1", Priority.CRITICAL);
        deliver("n2", Priority.NORMAL);
        readElsewhere("n1", "unheard-of");
        assertThat(model.unreadProperty().get()).isEqualTo(1);
        assertThat(model.toasts()).extracting(Toast::title).containsExactly("n2");
        assertThat(reads()).isEmpty();
    }

    @Test
    void readsTheHistoryPageByPage() {
        connection.answer(HISTORY, page("c 1", old("o3"), old("o2")));
        connection.answer(HISTORY + "&before=c+1", page(null, old("o1")));
        caughtUp();
        deliver("n1", Priority.LOW);
        model.openProperty().set(true);
        assertThat(model.historyProperty().get()).isEqualTo(History.MORE);
        model.older();
        model.older();
        assertThat(model.historyProperty().get()).isEqualTo(History.WHOLE);
        assertThat(model.news()).extracting(News::id).containsExactly("n1", "o3", "o2", "o1");
        assertThat(connection.asked()).hasSize(2);
        assertThat(model.unreadProperty().get()).isEqualTo(1);
    }

    @Test
    void mayTryAgainWhereTheHistoryCouldNotBeRead() {
        model.openProperty().set(true);
        assertThat(model.historyProperty().get()).isEqualTo(History.FAILED);
        connection.answer(HISTORY, page(null));
        model.older();
        assertThat(model.historyProperty().get()).isEqualTo(History.WHOLE);
    }

    private List<String> titles() {
        return model.toasts().stream().map(Toast::title).toList();
    }

    private List<Object> reads() {
        return connection.sent(Destinations.NOTIFICATION_READ);
    }

    private void caughtUp() {
        connection.caughtUp(Destinations.NOTIFICATIONS);
    }

    private void deliver(String id, Priority priority) {
        hear(MessageType.NOTIFICATION, notification(id, priority, NOON, null));
    }

    private void readElsewhere(String... ids) {
        hear(MessageType.NOTIFICATION_READ, new NotificationIds(List.of(ids)));
    }

    private void hear(MessageType type, Object payload) {
        connection.deliver(Destinations.NOTIFICATIONS, new GatewayMessage(type, false, payload));
    }

    private static Notification old(String id) {
        Instant then = NOON.minusSeconds(100).plusSeconds(id.charAt(1));
        return notification(id, Priority.LOW, then, NOON);
    }

    private static Notification notification(
            String id, Priority priority, Instant at, @Nullable Instant readAt) {
        return new Notification(id, "test", id, "", priority, null, null, at, readAt);
    }

    private static NotificationPage page(@Nullable String next, Notification... notifications) {
        return new NotificationPage(List.of(notifications), 0, next);
    }
}
