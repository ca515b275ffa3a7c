package io.venta.model.location;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Where a vendor was lately, as {@code GET /api/vendors/{id}/trail} answers. It is a thinned record
 * of bounded length: not every fix is in it, and it does not reach back for ever.
 *
 * @param vendorId whose
 * @param points oldest first, each time once; empty where nothing is known of the time asked for
 */
public record VendorTrail(
        @JsonProperty(required = true) VendorId vendorId,
        @JsonProperty(required = true) List<TrailPoint> points) {

    /** Keeps a copy of the points. */
    public VendorTrail {
        points = List.copyOf(points);
    }
}
