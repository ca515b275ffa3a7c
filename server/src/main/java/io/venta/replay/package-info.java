/**
 * Plays recordings of a fleet into a running server, from outside, as a vendor's back-end would:
 * {@code bin/replay}. A program of its own in the server's jar; the server does not know it.
 */
@NullMarked
package io.venta.replay;

import org.jspecify.annotations.NullMarked;
