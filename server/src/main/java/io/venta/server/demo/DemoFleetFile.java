package io.venta.server.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.venta.model.location.GeoPosition;
import io.venta.model.location.VendorId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Reads the fleet from {@code demo/vendors.json} and {@code demo/routes.json}. */
final class DemoFleetFile {

    /** Spreads any number of phases evenly, whichever of them share a route. */
    private static final double GOLDEN_RATIO = 0.6180339887498949;

    private DemoFleetFile() {}

    static List<Route> routes() {
        return List.of(read("demo/routes.json", Route[].class));
    }

    static List<DemoVendor> vendors() {
        var routes = routes().stream().collect(Collectors.toMap(Route::id, Function.identity()));
        var vendors = new ArrayList<DemoVendor>();
        for (Entry entry : read("demo/vendors.json", Entry[].class)) {
            vendors.add(entry.vendor(routes, vendors.size() * GOLDEN_RATIO % 1));
        }
        return List.copyOf(vendors);
    }

    private static <T> T read(String path, Class<T> type) {
        try (var in = new ClassPathResource(path).getInputStream()) {
            return JsonMapper.shared().readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    /** A vendor as the file has it: on a route with a vehicle, or parked. */
    private record Entry(
            @JsonProperty(required = true) VendorId id,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String type,
            @JsonProperty(required = true) String description,
            @Nullable Boolean open,
            @Nullable Vehicle vehicle,
            @Nullable String route,
            @Nullable Spot parked,
            @Nullable Integer silentMinutes) {

        DemoVendor vendor(Map<String, Route> routes, double phase) {
            return new DemoVendor(
                    id,
                    name,
                    type,
                    description,
                    !Boolean.FALSE.equals(open),
                    movement(routes, phase),
                    Duration.ofMinutes(silentMinutes == null ? 0 : silentMinutes));
        }

        private Movement movement(Map<String, Route> routes, double phase) {
            if (parked != null) {
                return new Parked(new GeoPosition(parked.lat, parked.lng), parked.heading);
            }
            var driven = route == null ? null : routes.get(route);
            if (driven == null || vehicle == null) {
                throw new IllegalArgumentException(id + " is neither parked nor on a route");
            }
            return new Tour(driven, vehicle, phase);
        }
    }

    /** Where a vendor is parked, and where its nose points. */
    private record Spot(
            @JsonProperty(required = true) double lat,
            @JsonProperty(value = "long", required = true) double lng,
            @JsonProperty(required = true) double heading) {}
}
