/**
 * Harness for tests of the whole: real brokers, stores and server processes, and clients that send
 * exactly what they are told. Packaged as the server's test-jar.
 */
@NullMarked
package io.venta.testing;

import org.jspecify.annotations.NullMarked;
