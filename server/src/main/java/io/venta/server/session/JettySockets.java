package io.venta.server.session;

import java.util.Set;
import org.eclipse.jetty.ee11.webapp.AbstractConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServerContainer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.core.WebSocketExtensionRegistry;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Jetty as the gateway wants it: with WebSockets, and with bounds for what the kernel keeps.
 *
 * <p>Spring Boot sets Jetty up for Jakarta's WebSocket API as well, which nobody needs here: its
 * libraries are left out, and Jetty's own API is set up by this class.
 */
@Component
final class JettySockets implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    /** Connections that the kernel keeps until they are accepted: a node's clients come at once. */
    private static final int BACKLOG = 1024;

    private static final String DEFLATE = "permessage-deflate";

    /** Connections beyond the sockets: for health, figures, pages, and those that are refused. */
    private static final int SPARE = 2_000;

    private final SocketSettings settings;
    private final ConnectionSettings connections;
    private final SlowRequests slowRequests;

    JettySockets(
            SocketSettings settings, ConnectionSettings connections, SlowRequests slowRequests) {
        this.settings = settings;
        this.connections = connections;
        this.slowRequests = slowRequests;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.setMaxConnections(connections.max() == 0 ? -1 : connections.max() + SPARE);
        factory.addServerCustomizers(this::customizeConnectors);
        factory.addConfigurations(
                new AbstractConfiguration(new AbstractConfiguration.Builder()) {
                    @Override
                    public void configure(WebAppContext context) {
                        addWebSockets(context);
                    }
                });
    }

    private void customizeConnectors(Server server) {
        for (var connector : server.getConnectors()) {
            if (connector instanceof ServerConnector sockets) {
                sockets.addBean(slowRequests);
                sockets.setAcceptQueueSize(BACKLOG);
                sockets.setAcceptedSendBufferSize(
                        Math.toIntExact(settings.socketSendBuffer().toBytes()));
            }
        }
    }

    private void addWebSockets(WebAppContext context) {
        var components =
                WebSocketServerComponents.ensureWebSocketComponents(context.getServer(), context);
        restrict(components.getExtensionRegistry());
        JettyWebSocketServerContainer.ensureContainer(context.getServletContext());
    }

    /** A client could else have each of its frames cut into single bytes. */
    private void restrict(WebSocketExtensionRegistry extensions) {
        for (var name : Set.copyOf(extensions.getAvailableExtensionNames())) {
            if (!(settings.compression() && name.equals(DEFLATE))) {
                extensions.unregister(name);
            }
        }
    }
}
