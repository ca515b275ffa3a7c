package io.venta.model.location;

/**
 * A vendor is gone for good ({@code vendor_removed}): forget it.
 *
 * @param vendorId the vendor
 */
public record VendorRemoved(VendorId vendorId) {}
