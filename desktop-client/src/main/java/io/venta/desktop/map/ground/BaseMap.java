package io.venta.desktop.map.ground;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The world's land and borders, from a resource in the jars, so that the map needs no network. For
 * low zooms it keeps thinned copies. Immutable to those who look; any thread.
 */
public final class BaseMap {

    private static final String RESOURCE = "/META-INF/resources/basemap/world.json";
    private static final int FULL_DETAIL_ZOOM = 12;

    /** The lines of one level of detail. */
    record Detail(List<Outline> land, List<Outline> borders) {}

    private final Detail full;
    private final Map<Integer, Detail> thinned = new ConcurrentHashMap<>();

    private BaseMap(Detail full) {
        this.full = full;
    }

    /**
     * Reads it, which takes some tenths of a second.
     *
     * @throws IOException if the resource is missing or broken
     */
    public static BaseMap load() throws IOException {
        try (InputStream in = BaseMap.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("No base map at " + RESOURCE);
            }
            JsonNode world = new JsonMapper().readTree(in);
            double scale = world.path("scale").asDouble();
            return new BaseMap(
                    new Detail(
                            outlines(world.path("land"), scale),
                            outlines(world.path("borders"), scale)));
        }
    }

    private static List<Outline> outlines(JsonNode lines, double scale) {
        return lines.valueStream()
                .map(line -> line.valueStream().mapToInt(JsonNode::asInt).toArray())
                .map(steps -> Outline.decode(steps, scale))
                .toList();
    }

    /** No finer than can be seen at a zoom. */
    Detail detail(double zoom) {
        int level = (int) Math.ceil(zoom);
        return level >= FULL_DETAIL_ZOOM ? full : thinned.computeIfAbsent(level, this::thin);
    }

    private Detail thin(int level) {
        double pixel = 1 / io.venta.desktop.map.projection.WebMercator.worldPixels(level);
        return new Detail(thin(full.land, pixel), thin(full.borders, pixel));
    }

    private static List<Outline> thin(List<Outline> lines, double pixel) {
        return lines.stream()
                .filter(line -> !line.smallerThan(pixel))
                .map(line -> line.thinned(pixel * 0.75))
                .toList();
    }
}
