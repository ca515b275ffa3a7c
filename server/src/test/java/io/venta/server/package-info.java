@NullMarked
package io.venta.server;

import org.jspecify.annotations.NullMarked;
