package io.venta.server.notification;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How notifications are kept and brought.
 *
 * @param retention how long they are kept
 * @param maxUndelivered how many a user may have that no device has reported; of more, the oldest
 *     of the lowest priority give way
 * @param pushAfter how long a device may take to report one before it is pushed
 * @param firebaseCredentials path of the service account's JSON; empty: nothing is pushed
 */
@ConfigurationProperties("gateway.notifications")
@Validated
record NotificationSettings(
        Duration retention,
        @Min(1) int maxUndelivered,
        Duration pushAfter,
        String firebaseCredentials) {}
