/**
 * The selected vendor's last hour: its speed as a chart, a slider to go back in time, its fixes.
 */
@NullMarked
package io.venta.desktop.details.trail;

import org.jspecify.annotations.NullMarked;
