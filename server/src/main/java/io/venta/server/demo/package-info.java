/**
 * A small fleet in San Francisco, so that the first look shows life. It drives fixed routes as a
 * pure function of time, and leaves for good when the first real vendor reports.
 */
@NullMarked
package io.venta.server.demo;

import org.jspecify.annotations.NullMarked;
