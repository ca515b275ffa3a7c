package io.venta.desktop.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.connection.GatewayMessage;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.vendor.TestClock;
import io.venta.desktop.vendor.Updates;
import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.model.MessageType;
import io.venta.model.notification.Notification;
import io.venta.model.notification.Priority;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationViewModelTests {

    private final TestClock clock = new TestClock();
    private final RecordingConnection connection = new RecordingConnection();
    private final NotificationViewModel model = new NotificationViewModel(Runnable::run, clock);

    @BeforeEach
    void subscribe() {
        model.subscribe(connection);
    }

    @Test
    void showsEachNotificationOnce() {
        deliver("n1", "Van 7 is late", Priority.NORMAL);
        deliver("n2", "Van 8 is late", Priority.NORMAL);
        deliver("n1", "Van 7 is late", Priority.NORMAL);
        assertThat(model.toasts())
                .extracting(Toast::title)
                .containsExactly("Van 8 is late", "Van 7 is late");
        model.dismiss(model.toasts().getFirst());
        deliver("n2", "Van 8 is late", Priority.NORMAL);
        assertThat(model.toasts()).hasSize(1);
    }

    @Test
    void keepsOnlyWhatMatters() {
        deliver("n1", "Coffee", Priority.LOW);
        deliver("n2", "Accident", Priority.CRITICAL);
        clock.advance(Duration.ofSeconds(9));
        model.tick();
        assertThat(model.toasts()).extracting(Toast::title).containsExactly("Accident");
    }

    @Test
    void tellsWhatTheServerRefuses() {
        ErrorReply reply = ErrorReply.of(ErrorCode.AUTHORIZATION_FAILED, "Dispatchers only");
        connection.deliver(
                Destinations.ERRORS, new GatewayMessage(MessageType.ERROR, false, reply));
        assertThat(model.toasts()).extracting(Toast::message).containsExactly("Dispatchers only");
    }

    @Test
    void neverFillsTheMap() {
        for (int i = 0; i < 20; i++) {
            deliver("n" + i, "Title " + i, Priority.HIGH);
        }
        assertThat(model.toasts()).hasSize(4);
    }

    private void deliver(String id, String title, Priority priority) {
        Notification notification =
                new Notification(id, "test", title, "", priority, null, null, Updates.NOON, null);
        connection.deliver(
                Destinations.NOTIFICATIONS,
                new GatewayMessage(MessageType.NOTIFICATION, false, notification));
    }
}
