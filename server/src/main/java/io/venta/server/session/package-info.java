/** Sockets: how they open, how they are watched, with which code they close. */
@NullMarked
package io.venta.server.session;

import org.jspecify.annotations.NullMarked;
