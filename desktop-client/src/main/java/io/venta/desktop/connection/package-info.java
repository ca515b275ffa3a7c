/**
 * The way to the gateway and back: one STOMP session that comes back by itself, and the few HTTP
 * calls beside it. Knows nothing of the screen: whoever listens here moves to the thread it needs.
 */
@NullMarked
package io.venta.desktop.connection;

import org.jspecify.annotations.NullMarked;
