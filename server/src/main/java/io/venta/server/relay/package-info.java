/**
 * How messages reach sessions: RabbitMQ on one side, local subscriptions, retained values and their
 * fan-out on the other.
 */
@NullMarked
package io.venta.server.relay;

import org.jspecify.annotations.NullMarked;
