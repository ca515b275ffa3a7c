/** Holds the documents to the code. */
@NullMarked
package io.venta.server.documents;

import org.jspecify.annotations.NullMarked;
