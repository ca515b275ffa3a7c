package io.venta.desktop.shell;

import io.venta.desktop.connection.GatewayMessage;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.model.Destinations;
import io.venta.model.MessageType;
import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Vendors that drive through a city, each along a circle, and say so on a connection. */
final class MovingFleet {

    private static final int TURNS = 50;

    private final ScheduledExecutorService feed =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("feed").factory());
    private final RecordingConnection connection;
    private final double[] lat;
    private final double[] lng;
    private final double[] heading;
    private int next;

    MovingFleet(RecordingConnection connection, int vendors) {
        this.connection = connection;
        lat = new double[vendors];
        lng = new double[vendors];
        heading = new double[vendors];
        Random random = new Random(1);
        for (int i = 0; i < vendors; i++) {
            lat[i] = 52.23 + random.nextGaussian() * 0.06;
            lng[i] = 21.01 + random.nextGaussian() * 0.1;
            heading[i] = random.nextInt(360);
        }
    }

    void reportAll() {
        for (int i = 0; i < lat.length; i++) {
            report();
        }
    }

    /** From now on, evenly spread over each second. */
    void moveOnceASecond() {
        var unused = feed.scheduleAtFixedRate(this::turn, 0, 1_000 / TURNS, TimeUnit.MILLISECONDS);
    }

    private void turn() {
        for (int i = 0; i < lat.length / TURNS; i++) {
            report();
        }
    }

    private void report() {
        int i = next++ % lat.length;
        heading[i] = (heading[i] + 5) % 360;
        lat[i] += Math.cos(Math.toRadians(heading[i])) * 0.0001;
        lng[i] += Math.sin(Math.toRadians(heading[i])) * 0.00015;
        var update =
                new LocationUpdate(
                        new VendorId("bus-" + i),
                        new GeoPosition(lat[i], lng[i]),
                        null,
                        heading[i],
                        12.0,
                        Instant.now());
        connection.deliver(
                Destinations.ALL_LOCATIONS,
                new GatewayMessage(MessageType.LOCATION_UPDATED, false, update));
    }
}
