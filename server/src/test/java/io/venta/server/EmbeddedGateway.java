package io.venta.server;

import io.venta.testing.ServerProcess;
import io.venta.testing.StompTestClient;
import java.net.http.HttpResponse;
import java.time.Instant;

/** One embedded gateway for all tests that leave it as they found it; it ends with the tests. */
public final class EmbeddedGateway {

    private static final ServerProcess SERVER =
            ServerProcess.embedded().environment("GATEWAY_TRUSTED_PROXIES", "127.0.0.1").start();

    private EmbeddedGateway() {}

    /** The gateway. */
    public static ServerProcess server() {
        return SERVER;
    }

    static StompTestClient as(String user) {
        return StompTestClient.connect(SERVER.wsUrl(), SERVER.login(user));
    }

    static HttpResponse<String> vendor(String id) {
        return SERVER.get("/api/vendors/" + id, SERVER.login("demo-dispatcher"));
    }

    static void report(StompTestClient client, String vendor, int lat, Instant timestamp) {
        client.sendAwaitingReceipt(
                "/app/location.report",
                """
                {"vendorId":"%s","location":{"lat":%d,"long":2},"timestamp":"%s"}"""
                        .formatted(vendor, lat, timestamp));
    }
}
