/** What surrounds the server: RabbitMQ's rights, the container files. */
@NullMarked
package io.venta.deployment;

import org.jspecify.annotations.NullMarked;
