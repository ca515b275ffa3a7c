/** Who is here: vendors and users with their devices, and what this device says of itself. */
@NullMarked
package io.venta.desktop.presence;

import org.jspecify.annotations.NullMarked;
