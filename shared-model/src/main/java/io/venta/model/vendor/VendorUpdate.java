package io.venta.model.vendor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.venta.model.location.VendorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's profile as watchers hear it ({@code vendor_updated}), and as services publish it.
 *
 * @param vendorId the vendor
 * @param name what people call it, 1 to 120 characters
 * @param description at most 1,000 characters
 * @param type what kind, at most 60 characters
 * @param open whether it serves at the moment
 * @param timestamp when this became so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VendorUpdate(
        @JsonProperty(required = true) VendorId vendorId,
        @JsonProperty(required = true) String name,
        @Nullable String description,
        @Nullable String type,
        @Nullable Boolean open,
        @JsonProperty(required = true) Instant timestamp) {

    /** Checks the lengths. */
    public VendorUpdate {
        if (vendorId == null || name == null || timestamp == null) {
            throw new IllegalArgumentException("vendorId, name and timestamp are required");
        }
        ProfileText.check(name, description, type);
    }
}
