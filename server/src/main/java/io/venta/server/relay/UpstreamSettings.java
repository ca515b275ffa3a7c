package io.venta.server.relay;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where RabbitMQ's STOMP listener is, and who the gateway is there.
 *
 * @param host host name
 * @param port of the STOMP listener
 * @param username the gateway's login
 * @param password its password
 * @param virtualHost RabbitMQ's virtual host
 */
@ConfigurationProperties("gateway.rabbitmq")
record UpstreamSettings(
        String host, int port, String username, String password, String virtualHost) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return username + '@' + host + ':' + port + virtualHost;
    }
}
