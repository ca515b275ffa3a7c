package io.venta.server.session;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much a client may ask; 0 is no limit.
 *
 * @param events a minute of one user; 0 lifts the vendors' too
 * @param vendorEvents likewise of a vendor
 * @param locationReports a minute of one user, within its events
 * @param roomMessages likewise
 * @param typing likewise
 * @param subscribeBurst SUBSCRIBEs of a session that always pass: as many as it may have
 * @param subscribes SUBSCRIBEs a second of a session that has used its burst up
 * @param violations refusals a minute that a session may cause
 */
@ConfigurationProperties("gateway.rates")
@Validated
record RateSettings(
        @Min(0) int events,
        @Min(0) int vendorEvents,
        @Min(0) int locationReports,
        @Min(0) int roomMessages,
        @Min(0) int typing,
        @Min(0) int subscribeBurst,
        @Min(0) int subscribes,
        @Min(0) int violations) {}
