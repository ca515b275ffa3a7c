package io.venta.server.attack;

import io.venta.model.Role;
import io.venta.server.Cluster;
import io.venta.server.EmbeddedGateway;
import io.venta.testing.RawSocket;
import io.venta.testing.ServerProcess;
import io.venta.testing.Tokens;
import java.util.Optional;

/** What is attacked. */
enum Target {
    EMBEDDED,
    PRODUCTION;

    ServerProcess server() {
        return switch (this) {
            case EMBEDDED -> EmbeddedGateway.server();
            case PRODUCTION -> Cluster.ONE;
        };
    }

    /** The RabbitMQ behind it; empty where there is none. */
    Optional<BrokerWitness> broker() {
        return this == PRODUCTION
                ? Optional.of(BrokerWitness.of(Cluster.BROKER))
                : Optional.empty();
    }

    void awaitReady() {
        if (this == PRODUCTION) {
            Cluster.awaitReady();
        }
    }

    /** A connection on which nothing has been said yet. */
    RawSocket open() {
        return RawSocket.open(server().wsUrl());
    }

    RawSocket signIn(String user, Role role) {
        return open().connect(Tokens.of(user, role).sign());
    }

    /** Signed in, and told of refusals. */
    RawSocket listener(String user, Role role) {
        var socket = signIn(user, role);
        socket.ask(
                "SUBSCRIBE",
                Attack.headers("id", "errors", "destination", "/user/queue/errors"),
                "");
        return socket;
    }
}
