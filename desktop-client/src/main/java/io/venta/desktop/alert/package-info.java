/** What the dispatcher is alerted to: rules held against the vendors, and what came of it. */
@NullMarked
package io.venta.desktop.alert;

import org.jspecify.annotations.NullMarked;
