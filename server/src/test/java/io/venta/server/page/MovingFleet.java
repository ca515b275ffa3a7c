package io.venta.server.page;

import io.venta.testing.ServerProcess;
import io.venta.testing.StompTestClient;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Vendors spread over a city, each driving on straight ahead and reporting once a second, evenly
 * over the second. One thread of its own reports until it is closed.
 */
final class MovingFleet implements AutoCloseable {

    private static final int SLOTS = 20;
    private static final int BATCH = 100;
    private static final double METRES_A_DEGREE = 111_320;
    private static final double LAT = 52.23;
    private static final double LONG = 21.01;
    private static final double SPREAD = 0.06;

    private final StompTestClient client;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final double[][] places;
    private int slot;

    private MovingFleet(StompTestClient client, int size) {
        var random = new Random(7);
        this.client = client;
        this.places =
                IntStream.range(0, size)
                        .mapToObj(
                                _ ->
                                        new double[] {
                                            LAT + random.nextGaussian() * SPREAD,
                                            LONG + random.nextGaussian() * SPREAD * 1.6,
                                            random.nextDouble() * 360,
                                            4 + random.nextDouble() * 11
                                        })
                        .toArray(double[][]::new);
    }

    static MovingFleet start(ServerProcess server, int size) {
        var client = StompTestClient.connect(server.wsUrl(), server.login("demo-service"));
        var fleet = new MovingFleet(client, size);
        var unused =
                fleet.clock.scheduleAtFixedRate(
                        fleet::reportSlot, 0, 1000 / SLOTS, TimeUnit.MILLISECONDS);
        return fleet;
    }

    int size() {
        return places.length;
    }

    private void reportSlot() {
        var due = IntStream.range(0, places.length).filter(i -> i % SLOTS == slot).toArray();
        slot = (slot + 1) % SLOTS;
        var now = Instant.now();
        for (var from = 0; from < due.length; from += BATCH) {
            var batch = IntStream.range(from, Math.min(due.length, from + BATCH));
            client.send(
                    "/app/location.report",
                    batch.mapToObj(i -> report(due[i], now))
                            .collect(Collectors.joining(",", "[", "]")));
        }
    }

    private String report(int vendor, Instant now) {
        var place = places[vendor];
        var heading = Math.toRadians(place[2]);
        place[0] += place[3] * Math.cos(heading) / METRES_A_DEGREE;
        place[1] +=
                place[3]
                        * Math.sin(heading)
                        / (METRES_A_DEGREE * Math.cos(Math.toRadians(place[0])));
        return """
               {"vendorId":"v%d","location":{"lat":%s,"long":%s},"heading":%s,"speed":%s,"timestamp":"%s"}"""
                .formatted(vendor, place[0], place[1], place[2], place[3], now);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        client.close();
    }
}
