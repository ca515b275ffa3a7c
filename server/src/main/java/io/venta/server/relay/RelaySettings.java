package io.venta.server.relay;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How clients are served.
 *
 * @param allowedOrigins origins of pages, besides the gateway's own, that may connect
 * @param heartbeat how often the gateway offers to be heard
 * @param maxMessageSize the largest frame a client may send
 * @param maxSubscriptions how many a session may have; 0 for no limit
 * @param sendQueueSize how much may wait for a session that reads slowly before it is closed
 * @param sendQueueFrames how many frames may wait, likewise
 * @param sendTimeLimit how long a frame may wait, likewise
 */
@ConfigurationProperties("gateway")
@Validated
record RelaySettings(
        List<String> allowedOrigins,
        Duration heartbeat,
        DataSize maxMessageSize,
        @Min(0) int maxSubscriptions,
        DataSize sendQueueSize,
        @Min(1) int sendQueueFrames,
        Duration sendTimeLimit) {}
