package io.venta.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.testing.RabbitMqNode;
import io.venta.testing.RedisNode;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Two nodes on one RabbitMQ and one Redis, for all tests in production's shape; who takes a part
 * away brings it back. They end with the tests.
 */
public final class Cluster {

    public static final RabbitMqNode BROKER = RabbitMqNode.shared();
    static final RedisNode REDIS = RedisNode.start();
    private static final List<ServerProcess> NODES =
            ServerProcess.startAll(List.of(production(), production()));
    public static final ServerProcess ONE = NODES.getFirst();
    static final ServerProcess TWO = NODES.getLast();

    private static final Duration RECONNECT = Duration.ofSeconds(60);

    private Cluster() {}

    /**
     * Waits until both nodes are well; here and not where they start, since waiting takes a thread.
     */
    public static void awaitReady() {
        awaitReady(ONE);
        awaitReady(TWO);
    }

    static ServerProcess.Builder production() {
        return ServerProcess.production(BROKER, REDIS);
    }

    static StompTestClient service(ServerProcess node) {
        return signedIn(node, "dispatch-system", Role.SERVICE);
    }

    static StompTestClient dispatcher(ServerProcess node) {
        return signedIn(node, "dora", Role.DISPATCHER);
    }

    static StompTestClient signedIn(ServerProcess node, String user, Role role) {
        return StompTestClient.connect(node.wsUrl(), token(user, role));
    }

    static String token(String user, Role role) {
        return Tokens.of(user, role).sign();
    }

    static String vendor(ServerProcess node, String id) {
        return node.get("/api/vendors/" + id, token("dora", Role.DISPATCHER)).body();
    }

    /** The id of a connection, as the server calls it. */
    static String session(StompTestClient client) {
        var connected = client.awaitFrame(f -> f.command().equals("CONNECTED"), Duration.ZERO);
        return String.valueOf(connected.header("session"));
    }

    /** Has the first node end a session, and answers the status. */
    static int end(String session, String token) {
        return ONE.send("DELETE", "/api/sessions/" + session, "Authorization", "Bearer " + token)
                .statusCode();
    }

    static long queues() {
        return BROKER.ctl("list_queues", "--silent", "name").lines().count();
    }

    static void awaitReady(ServerProcess node) {
        await().atMost(RECONNECT)
                .untilAsserted(
                        () ->
                                assertThat(node.get("/ready").body())
                                        .contains("\"status\":\"ready\""));
    }

    static String fix(String vendor, int lat, Instant timestamp) {
        return """
               {"vendorId":"%s","location":{"lat":%d,"long":2},"timestamp":"%s"}"""
                .formatted(vendor, lat, timestamp);
    }
}
