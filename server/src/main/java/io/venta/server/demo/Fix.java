package io.venta.server.demo;

import io.venta.model.location.GeoPosition;

/**
 * Where something is and how it moves, at one moment.
 *
 * @param position where
 * @param heading degrees clockwise from north, the last one driven where it stands
 * @param speed metres a second
 */
record Fix(GeoPosition position, double heading, double speed) {

    boolean moving() {
        return speed > 0;
    }
}
