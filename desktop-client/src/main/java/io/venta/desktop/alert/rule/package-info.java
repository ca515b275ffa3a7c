/** The dispatcher's rules: what each says, how one is written and how all are kept. */
@NullMarked
package io.venta.desktop.alert.rule;

import org.jspecify.annotations.NullMarked;
