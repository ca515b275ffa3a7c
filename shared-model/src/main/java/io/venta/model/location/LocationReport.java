package io.venta.model.location;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to {@link io.venta.model.Destinations#LOCATION_REPORT}: where a vendor is.
 *
 * @param vendorId the vendor; a vendor that reports itself may leave it out
 * @param location where it is
 * @param accuracy radius in metres, 0 to 1,000,000
 * @param heading degrees clockwise from north, 0 to 360
 * @param speed metres a second, 0 to 1,000
 * @param timestamp when the fix was taken; absent: when the server hears of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocationReport(
        @Nullable VendorId vendorId,
        @JsonProperty(required = true) GeoPosition location,
        @Nullable Double accuracy,
        @Nullable Double heading,
        @Nullable Double speed,
        @Nullable Instant timestamp) {

    /** How many a client may send in one array. */
    public static final int MAX_BATCH = 100;

    /** Checks the ranges. */
    public LocationReport {
        if (location == null) {
            throw new IllegalArgumentException("location must be {lat, long}");
        }
        Measurements.check(accuracy, heading, speed);
    }
}
