package io.venta.model.location;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A point on the earth, WGS-84.
 *
 * @param lat degrees north, −90 to 90
 * @param lng degrees east, −180 to 180; named "long" on the wire
 */
public record GeoPosition(
        @JsonProperty(value = "lat", required = true) double lat,
        @JsonProperty(value = "long", required = true) double lng) {

    /** Checks the ranges. */
    public GeoPosition {
        Measurements.requireWithin("lat", lat, -90, 90);
        Measurements.requireWithin("long", lng, -180, 180);
    }
}
