/** Signing in, and what a session says about itself. */
@NullMarked
package io.venta.model.session;

import org.jspecify.annotations.NullMarked;
