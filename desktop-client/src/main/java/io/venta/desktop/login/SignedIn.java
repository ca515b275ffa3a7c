package io.venta.desktop.login;

import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.connection.ServerAddress;

/**
 * A user who got in.
 *
 * @param server where
 * @param connection live; whoever takes this closes it
 */
public record SignedIn(ServerAddress server, GatewayConnection connection) {}
