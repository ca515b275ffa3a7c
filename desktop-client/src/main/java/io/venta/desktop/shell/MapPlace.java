package io.venta.desktop.shell;

import io.venta.desktop.map.MapViewModel;
import io.venta.desktop.map.projection.Viewport;
import io.venta.model.location.GeoPosition;

/** Where the map was left, for each server: put back at the next sign-in there. */
final class MapPlace {

    private final Memory memory;
    private final String key;

    /**
     * @param server whose map
     */
    MapPlace(Memory memory, String server) {
        this.memory = memory;
        this.key = "map." + server;
    }

    /** Puts the map where it was and remembers from now on where it goes. */
    void restore(MapViewModel map) {
        memory.get(key).ifPresent(place -> open(map, place));
        map.viewportProperty()
                .addListener(
                        (property, before, now) -> {
                            if (map.isPlaced()) {
                                memory.put(key, format(now));
                            }
                        });
    }

    private static void open(MapViewModel map, String place) {
        String[] parts = place.split(" ", -1);
        try {
            if (parts.length == 3) {
                double lat = Double.parseDouble(parts[0]);
                double lng = Double.parseDouble(parts[1]);
                double zoom = Double.parseDouble(parts[2]);
                if (Double.isFinite(zoom)) {
                    map.open(new GeoPosition(lat, lng), zoom);
                }
            }
        } catch (IllegalArgumentException e) {
            return; // As if it had never been written.
        }
    }

    private static String format(Viewport view) {
        GeoPosition middle = view.middle();
        return middle.lat() + " " + middle.lng() + " " + view.zoom();
    }
}
