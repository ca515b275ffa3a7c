package io.venta.server.notification;

import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.Message;
import io.venta.model.notification.Notification;
import io.venta.model.notification.Priority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Push by Firebase Cloud Messaging, HTTP v1, through its own library, which signs in with the
 * operator's service account and tries a server that is busy a few times by itself.
 */
final class FirebasePushGateway implements PushGateway, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FirebasePushGateway.class);

    private final FirebaseApp app;
    private final FirebaseMessaging messaging;

    /**
     * A gateway with an application of its own.
     *
     * @param name of the application, which no other of the process has
     */
    FirebasePushGateway(FirebaseOptions options, String name) {
        this.app = FirebaseApp.initializeApp(options, name);
        this.messaging = FirebaseMessaging.getInstance(app);
    }

    @Override
    public Outcome push(String token, Notification notification) {
        try {
            messaging.send(message(token, notification));
            return Outcome.ACCEPTED;
        } catch (FirebaseMessagingException e) {
            var outcome = outcome(e);
            if (outcome == Outcome.REFUSED) {
                log.warn("Firebase refuses to push: {}", e.getMessage());
            }
            return outcome;
        } catch (IllegalArgumentException e) {
            log.warn("Nothing that can be pushed: {}", e.getMessage());
            return Outcome.REFUSED;
        }
    }

    private static Message message(String token, Notification notification) {
        var isUrgent = notification.priority().compareTo(Priority.HIGH) >= 0;
        var message =
                Message.builder()
                        .setToken(token)
                        .setNotification(
                                com.google.firebase.messaging.Notification.builder()
                                        .setTitle(notification.title())
                                        .setBody(notification.message())
                                        .build())
                        .setAndroidConfig(
                                AndroidConfig.builder()
                                        .setPriority(
                                                isUrgent
                                                        ? AndroidConfig.Priority.HIGH
                                                        : AndroidConfig.Priority.NORMAL)
                                        .build())
                        .putData("id", notification.id())
                        .putData("type", notification.type())
                        .putData("priority", notification.priority().name());
        if (notification.actionUrl() != null) {
            message.putData("actionUrl", notification.actionUrl());
        }
        return message.build();
    }

    private static Outcome outcome(FirebaseMessagingException failure) {
        var code = failure.getMessagingErrorCode();
        return switch (code) {
            case UNREGISTERED, SENDER_ID_MISMATCH -> Outcome.UNREGISTERED;
            case INVALID_ARGUMENT -> Outcome.REFUSED;
            // No code: it was not reached at all, or speaks of its own troubles.
            case null, default -> Outcome.LATER;
        };
    }

    @Override
    public void close() {
        app.delete();
    }
}
