package io.venta.model.location;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fix of a {@link VendorTrail}.
 *
 * @param location where the vendor was
 * @param heading degrees clockwise from north, 0 to 360; absent where it was not measured
 * @param speed metres a second, 0 to 1,000; absent where it was not measured
 * @param timestamp when the fix was taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrailPoint(
        @JsonProperty(required = true) GeoPosition location,
        @Nullable Double heading,
        @Nullable Double speed,
        @JsonProperty(required = true) Instant timestamp) {

    /** Checks the ranges. */
    public TrailPoint {
        if (location == null || timestamp == null) {
            throw new IllegalArgumentException("location and timestamp are required");
        }
        Measurements.check(null, heading, speed);
    }
}
