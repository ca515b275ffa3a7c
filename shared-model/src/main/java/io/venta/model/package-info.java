/**
 * The wire contract: names of destinations, errors and payloads that every client and service can
 * rely on.
 */
@NullMarked
package io.venta.model;

import org.jspecify.annotations.NullMarked;
