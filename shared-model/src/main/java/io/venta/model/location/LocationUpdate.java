package io.venta.model.location;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What watchers of a vendor hear ({@code location_updated}), and what services publish.
 *
 * @param vendorId the vendor
 * @param location where it is
 * @param accuracy radius in metres, 0 to 1,000,000
 * @param heading degrees clockwise from north, 0 to 360
 * @param speed metres a second, 0 to 1,000
 * @param timestamp when the fix was taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocationUpdate(
        @JsonProperty(required = true) VendorId vendorId,
        @JsonProperty(required = true) GeoPosition location,
        @Nullable Double accuracy,
        @Nullable Double heading,
        @Nullable Double speed,
        @JsonProperty(required = true) Instant timestamp) {

    /** Checks the ranges. */
    public LocationUpdate {
        if (vendorId == null || location == null || timestamp == null) {
            throw new IllegalArgumentException("vendorId, location and timestamp are required");
        }
        Measurements.check(accuracy, heading, speed);
    }
}
