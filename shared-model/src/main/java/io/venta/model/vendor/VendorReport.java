package io.venta.model.vendor;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.venta.model.location.VendorId;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to {@link io.venta.model.Destinations#VENDOR_REPORT}: what a vendor is.
 * Members left out stay as they were.
 *
 * @param vendorId the vendor; a vendor that reports itself may leave it out
 * @param name what people call it, 1 to 120 characters; required the first time
 * @param description at most 1,000 characters
 * @param type what kind, at most 60 characters
 * @param open whether it serves at the moment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VendorReport(
        @Nullable VendorId vendorId,
        @Nullable String name,
        @Nullable String description,
        @Nullable String type,
        @Nullable Boolean open) {

    /** Checks the lengths. */
    public VendorReport {
        ProfileText.check(name, description, type);
    }
}
