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
 * @param maxEntries above how many who watches all hears counts
 */
@Validated
@ConfigurationProperties("gateway.presence")
record PresenceSettings(
        @NotNull @DurationMin(seconds = 1) Duration idleAfter,
        @NotNull @DurationMin(seconds = 0) Duration grace,
        @Min(1) int maxEntries) {}
