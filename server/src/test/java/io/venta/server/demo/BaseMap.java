package io.venta.server.demo;

import io.venta.model.location.GeoPosition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The land of the base map that both screens show. */
record BaseMap(double scale, List<long[]> land) {

    static BaseMap read() {
        var mapper =
                JsonMapper.builder()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
        var file = new ClassPathResource("META-INF/resources/basemap/world.json");
        try (InputStream in = file.getInputStream()) {
            return mapper.readValue(in, BaseMap.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the even-odd rule: a ray to the east crosses the coasts an odd number of times. */
    boolean isLand(GeoPosition point) {
        double x = point.lng() * scale;
        double y = point.lat() * scale;
        return land.stream().mapToInt(ring -> crossings(ring, x, y)).sum() % 2 == 1;
    }

    private static int crossings(long[] ring, double x, double y) {
        int crossings = 0;
        long fromX = 0;
        long fromY = 0;
        for (int i = 0; i < ring.length; i += 2) {
            long toX = fromX + ring[i];
            long toY = fromY + ring[i + 1];
            if (i > 0 && isCrossed(fromX, fromY, toX, toY, x, y)) {
                crossings++;
            }
            fromX = toX;
            fromY = toY;
        }
        return isCrossed(fromX, fromY, ring[0], ring[1], x, y) ? crossings + 1 : crossings;
    }

    private static boolean isCrossed(
            long fromX, long fromY, long toX, long toY, double x, double y) {
        return fromY > y != toY > y && x < fromX + (toX - fromX) * (y - fromY) / (toY - fromY);
    }
}
