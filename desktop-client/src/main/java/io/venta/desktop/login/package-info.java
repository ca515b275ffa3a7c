/** Signing in: where the server is, who the user is. */
@NullMarked
package io.venta.desktop.login;

import org.jspecify.annotations.NullMarked;
