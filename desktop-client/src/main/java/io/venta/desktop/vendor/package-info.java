/**
 * What this client knows of the vendors, for every feature that shows them. Its objects belong to
 * the JavaFX thread; {@link io.venta.desktop.vendor.VendorFeed} brings news there.
 */
@NullMarked
package io.venta.desktop.vendor;

import org.jspecify.annotations.NullMarked;
