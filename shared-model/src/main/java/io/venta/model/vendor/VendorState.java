package io.venta.model.vendor;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a vendor, as {@code GET /api/vendors/{id}} answers.
 *
 * @param vendorId the vendor
 * @param location its last known location
 * @param profile its profile
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VendorState(
        VendorId vendorId, @Nullable LocationUpdate location, @Nullable VendorUpdate profile) {}
