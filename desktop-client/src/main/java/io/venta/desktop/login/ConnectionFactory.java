package io.venta.desktop.login;

import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.connection.ServerAddress;
import io.venta.desktop.connection.TokenSource;

/** Makes connections that have not started yet. */
@FunctionalInterface
public interface ConnectionFactory {

    /** A connection to a server with tokens from a source. */
    GatewayConnection create(ServerAddress server, TokenSource tokens);
}
