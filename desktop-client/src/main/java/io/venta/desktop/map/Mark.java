package io.venta.desktop.map;

import io.venta.desktop.vendor.Vendor;

/**
 * A vendor in one frame.
 *
 * @param vendor whose mark
 * @param x its middle, in pixels
 * @param y its middle, in pixels
 */
record Mark(Vendor vendor, double x, double y) {}
