/** What operators look at: health, readiness, figures. */
@NullMarked
package io.venta.server.ops;

import org.jspecify.annotations.NullMarked;
