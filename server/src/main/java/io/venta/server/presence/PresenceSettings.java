package io.venta.server.presence;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How presence is told.
 *
 * @param idleAfter after how long without anything done a device is idle
 * @param grace how long a device may be away without anybody noticing
 * @param lease after how long without a word a node counts as dead
 * @param maxEntries above how many who watches all hears counts
 */
@Validated
@ConfigurationProperties("gateway.presence")
record PresenceSettings(
        @NotNull @DurationMin(seconds = 1) Duration idleAfter,
        @NotNull @DurationMin(seconds = 0) Duration grace,
        @NotNull @DurationMin(seconds = 3) Duration lease,
        @Min(1) int maxEntries) {

    /** How often a node says that it lives. */
    Duration beat() {
        return lease.dividedBy(3);
    }
}
