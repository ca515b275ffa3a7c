package io.venta.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.venta.model.Role;
import io.venta.testing.AmqpPublisher;
import io.venta.testing.RabbitMqNode;
import io.venta.testing.RedisNode;
import io.venta.testing.ServerProcess;
import io.venta.testing.Tokens;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The page in production's shape: a token opens it, and services move its vendors. */
class ProductionPageIntegrationTests {

    private static final String VENDOR = "tram-7";

    @Test
    void showsWhatServicesPublishToWhoComesWithAToken() throws IOException {
        var broker = RabbitMqNode.shared();
        try (var redis = RedisNode.start();
                var server = ServerProcess.production(broker, redis).start();
                var publisher = AmqpPublisher.asService(broker);
                var visitor = WebBrowser.shared().visitor()) {
            var token = Tokens.of("dora@example.com", Role.DISPATCHER).sign();
            var page = FleetPage.openWithToken(visitor, server, token);

            publish(publisher, 52.22, 21.01);
            page.awaitDrawnAt(VENDOR, 52.22, 21.01);
            publish(publisher, 52.2201, 21.0101);
            page.awaitDrawnAt(VENDOR, 52.2201, 21.0101);

            page.reload();
            page.awaitConnection("live");
            page.awaitDrawnAt(VENDOR, 52.2201, 21.0101);
            assertThat(page.find("#token")).hasCount(0);
        }
    }

    private static void publish(AmqpPublisher publisher, double lat, double lon)
            throws IOException {
        var fix =
                """
                {"vendorId":"%s","location":{"lat":%s,"long":%s},"timestamp":"%s"}"""
                        .formatted(VENDOR, lat, lon, Instant.now());
        publisher.publish("amq.topic", "location." + VENDOR, fix);
    }
}
