package io.venta.server.location;

import io.venta.model.location.VendorId;

/**
 * A position reported to this node was accepted.
 *
 * @param vendorId whose position
 */
public record LocationAccepted(VendorId vendorId) {}
