/** What vendors are called, and who may watch whom. */
@NullMarked
package io.venta.server.vendor;

import org.jspecify.annotations.NullMarked;
