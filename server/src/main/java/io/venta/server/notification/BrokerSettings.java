package io.venta.server.notification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where RabbitMQ's AMQP listener is, and who the gateway is there.
 *
 * @param host host name
 * @param port of the AMQP listener
 * @param username the gateway's login
 * @param password its password
 * @param virtualHost RabbitMQ's virtual host
 * @param prefetch how many messages a node holds that it has not done with
 */
@ConfigurationProperties("gateway.notifications.broker")
@Validated
record BrokerSettings(
        String host,
        int port,
        String username,
        String password,
        String virtualHost,
        @Min(1) @Max(2_000) int prefetch) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return username + '@' + host + ':' + port + virtualHost;
    }
}
