package io.venta.server.relay;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is retained, and for how long.
 *
 * @param vendorLifetime after what time a vendor that is not heard of is removed
 * @param maxVendors how many a node keeps, and Redis
 * @param storeWait how long a node that starts waits for the last known values before it is ready
 * @param storeLinger how long a value waits for others, to be written to the store with them
 */
@ConfigurationProperties("gateway")
@Validated
record RetentionSettings(
        @DefaultValue("30d") Duration vendorLifetime,
        @DefaultValue("1000000") @Min(1) int maxVendors,
        @DefaultValue("10s") Duration storeWait,
        @DefaultValue("250ms") Duration storeLinger) {}
