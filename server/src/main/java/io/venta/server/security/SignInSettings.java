package io.venta.server.security;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long sign-ins last.
 *
 * @param sessionTimeout after how long without a request and without an open socket a browser's
 *     session is over; with its token it is over too
 * @param revocationLifetime how long is remembered what was revoked: as long as a token may live
 */
@ConfigurationProperties("gateway")
@Validated
record SignInSettings(
        @DurationMin(minutes = 2) Duration sessionTimeout,
        @DurationMin(minutes = 1) Duration revocationLifetime) {}
