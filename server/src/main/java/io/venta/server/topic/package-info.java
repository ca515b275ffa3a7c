/**
 * What a family of destinations is, and the last known value of each: shared by relay and features.
 */
@NullMarked
package io.venta.server.topic;

import org.jspecify.annotations.NullMarked;
