/** Attacks over a bare socket, on both profiles, and what becomes of everyone else meanwhile. */
@NullMarked
package io.venta.server.attack;

import org.jspecify.annotations.NullMarked;
