/** The gateway: STOMP over WebSocket on one side, RabbitMQ on the other. */
@NullMarked
package io.venta.server;

import org.jspecify.annotations.NullMarked;
