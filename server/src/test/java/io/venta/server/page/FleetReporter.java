package io.venta.server.page;

import io.venta.testing.ServerProcess;
import io.venta.testing.StompTestClient;
import java.time.Instant;

/** A service that reports where vendors are. */
final class FleetReporter implements AutoCloseable {

    private final StompTestClient client;

    private FleetReporter(StompTestClient client) {
        this.client = client;
    }

    static FleetReporter connect(ServerProcess server) {
        return new FleetReporter(
                StompTestClient.connect(server.wsUrl(), server.login("demo-service")));
    }

    void name(String vendor, String name) {
        client.sendAwaitingReceipt(
                "/app/vendor.report",
                """
                {"vendorId":"%s","name":"%s","type":"Truck"}"""
                        .formatted(vendor, name));
    }

    void locate(String vendor, double lat, double lon) {
        client.sendAwaitingReceipt(
                "/app/location.report",
                """
                {"vendorId":"%s","location":{"lat":%s,"long":%s},"speed":5,"heading":90,"timestamp":"%s"}"""
                        .formatted(vendor, lat, lon, Instant.now()));
    }

    @Override
    public void close() {
        client.close();
    }
}
