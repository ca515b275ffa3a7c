package io.venta.server;

import io.venta.model.Role;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Two nodes with tight limits on the cluster's RabbitMQ and Redis, for all tests of limits; each
 * comes from an address of its own, by way of a proxy. They end with the tests.
 */
final class TightNodes {

    private static final List<ServerProcess> NODES =
            ServerProcess.startAll(List.of(tight(), tight()));
    static final ServerProcess ONE = NODES.getFirst();
    static final ServerProcess TWO = NODES.getLast();

    private static final Duration SOON = Duration.ofSeconds(30);

    private TightNodes() {}

    private static ServerProcess.Builder tight() {
        return Cluster.production()
                .environment("GATEWAY_TRUSTED_PROXIES", "127.0.0.0/8")
                .environment("GATEWAY_CONNECT_TIMEOUT", "2s")
                .environment("WS_CONNECT_RATE_LIMIT", "30")
                .environment("GATEWAY_FAILED_SIGN_INS", "3")
                .environment("WS_MAX_CONNECTIONS_PER_USER", "3")
                .environment("GATEWAY_MAX_CONNECTIONS_PER_ADDRESS", "12")
                .environment("WS_RATE_LIMIT", "60")
                .environment("WS_RATE_LIMIT_VENDOR", "120")
                .environment("GATEWAY_MAX_VIOLATIONS", "20");
    }

    static StompTestClient open(ServerProcess node, String address) {
        return StompTestClient.open(node.wsUrl(), Map.of("X-Forwarded-For", address));
    }

    static StompTestClient connect(ServerProcess node, String address, String user, Role role) {
        var client = open(node, address);
        client.connect(bearer(user, role));
        client.awaitFrame(f -> f.command().equals("CONNECTED"), SOON);
        return client;
    }

    static Map<String, String> bearer(String user, Role role) {
        return Map.of("Authorization", "Bearer " + Tokens.of(user, role).sign());
    }

    static double metric(String name) {
        return ONE.metric(name);
    }
}
