/** Lists of vendors as files. */
@NullMarked
package io.venta.desktop.fleet.export;

import org.jspecify.annotations.NullMarked;
