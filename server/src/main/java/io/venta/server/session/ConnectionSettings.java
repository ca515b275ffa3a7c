package io.venta.server.session;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How many connections there may be; 0 is no limit.
 *
 * @param connectTimeout how long a socket may be open without having been let in by CONNECT
 * @param max on this node
 * @param maxPerUser of one user on this node
 * @param maxPerAddress from one address on all nodes
 * @param ratePerAddress connects a minute from one address on all nodes
 * @param failedSignIns sign-ins a minute that fail, from one address on all nodes
 */
@ConfigurationProperties("gateway.connections")
@Validated
record ConnectionSettings(
        Duration connectTimeout,
        @Min(0) int max,
        @Min(0) int maxPerUser,
        @Min(0) int maxPerAddress,
        @Min(0) int ratePerAddress,
        @Min(0) int failedSignIns) {}
