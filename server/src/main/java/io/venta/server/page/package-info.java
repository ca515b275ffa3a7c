/** What the web page is told before anyone signs in; the page itself is a static resource. */
@NullMarked
package io.venta.server.page;

import org.jspecify.annotations.NullMarked;
