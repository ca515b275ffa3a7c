package io.venta.server.session;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How sockets are made.
 *
 * @param socketSendBuffer what the kernel may hold for a client that does not read; the kernel
 *     itself counts twice that, its own overhead included
 * @param compression whether permessage-deflate is agreed to
 */
@ConfigurationProperties("gateway")
@Validated
record SocketSettings(DataSize socketSendBuffer, boolean compression) {}
