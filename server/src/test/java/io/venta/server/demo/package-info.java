/** Tests of the demo fleet. */
@NullMarked
package io.venta.server.demo;

import org.jspecify.annotations.NullMarked;
