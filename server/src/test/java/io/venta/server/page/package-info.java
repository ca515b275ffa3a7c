/** The web page, in a real browser against a real server. */
@NullMarked
package io.venta.server.page;

import org.jspecify.annotations.NullMarked;
