package io.venta.testing;

import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fixes of a fleet, in the order of their times: a real one's, read from the folder in {@code
 * VENTA_FLEET_DATA}; without it those of a {@link SyntheticFleet} with the same warts.
 */
public final class FleetFixes {

    private static final String FILE = "warsaw-buses-2024-01-25.ndjson.gz";

    /** The recording's length; what is older are vehicles that stood all along. */
    private static final Duration RECORDING = Duration.ofMinutes(100);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FleetFixes() {}

    /** All of them. */
    public static List<LocationUpdate> all() {
        return Loaded.FIXES;
    }

    /** The first so many of the recording itself, without the older ones that precede it. */
    public static List<LocationUpdate> recorded(int count) {
        var start = all().getLast().timestamp().minus(RECORDING);
        return all().stream().filter(fix -> fix.timestamp().isAfter(start)).limit(count).toList();
    }

    /** The newest fix of each vendor; where two are of one time, the one that came first. */
    public static Map<VendorId, LocationUpdate> newest(Iterable<LocationUpdate> fixes) {
        var newest = new HashMap<VendorId, LocationUpdate>();
        for (var fix : fixes) {
            newest.merge(
                    fix.vendorId(),
                    fix,
                    (known, next) -> next.timestamp().isAfter(known.timestamp()) ? next : known);
        }
        return newest;
    }

    /** Writes them the way recordings are kept: {@code {vendorId, lat, long, timestamp}} a line. */
    public static Path write(List<LocationUpdate> fixes, Path file) {
        try {
            return Files.write(file, fixes.stream().map(FleetFixes::line).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(LocationUpdate fix) {
        return JSON.writeValueAsString(
                JSON.createObjectNode()
                        .put("vendorId", fix.vendorId().value())
                        .put("lat", fix.location().lat())
                        .put("long", fix.location().lng())
                        .put("timestamp", fix.timestamp().toString()));
    }

    private static List<LocationUpdate> load() {
        var folder = System.getenv("VENTA_FLEET_DATA");
        if (folder == null || folder.isBlank()) {
            return new SyntheticFleet(20260501).fixes();
        }
        try (var compressed = Files.newInputStream(Path.of(folder, FILE));
                var plain = new GZIPInputStream(compressed);
                var reader =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.lines().map(FleetFixes::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read VENTA_FLEET_DATA", e);
        }
    }

    private static LocationUpdate parse(String line) {
        JsonNode fix = JSON.readTree(line);
        return new LocationUpdate(
                new VendorId(fix.required("vendorId").asString()),
                new GeoPosition(fix.required("lat").asDouble(), fix.required("long").asDouble()),
                null,
                null,
                null,
                Instant.parse(fix.required("timestamp").asString()));
    }

    private static final class Loaded {

        static final List<LocationUpdate> FIXES = load();
    }
}
