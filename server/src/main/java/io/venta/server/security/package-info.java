/** Who is it, and what may they SEND and SUBSCRIBE. */
@NullMarked
package io.venta.server.security;

import org.jspecify.annotations.NullMarked;
