package io.venta.server.session;

import io.github.bucket4j.TimeMeter;
import java.security.Principal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletCoreRequest;
import org.eclipse.jetty.ee11.servlet.ServletCoreResponse;
import org.eclipse.jetty.ee11.websocket.server.internal.JettyServerFrameHandlerFactory;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.websocket.common.JettyWebSocketFrameHandler;
import org.eclipse.jetty.websocket.core.server.FrameHandlerFactory;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.adapter.jetty.JettyWebSocketHandlerAdapter;
import org.springframework.web.socket.adapter.jetty.JettyWebSocketSession;
import org.springframework.web.socket.server.HandshakeFailureException;
import org.springframework.web.socket.server.RequestUpgradeStrategy;

/**
 * Makes a WebSocket of a request, as Spring's own strategy for Jetty does, and lets go of the
 * request.
 *
 * <p>What Jetty itself keeps of the response is a view that holds the whole exchange, with all that
 * filters hung onto it, as long as the socket is open: half of what an idle connection costs. Here
 * a socket keeps an {@link AgreedUpgrade} instead.
 */
@Component
final class SocketUpgrade implements RequestUpgradeStrategy {

    private static final Set<HttpHeader> KEPT =
            EnumSet.of(
                    HttpHeader.UPGRADE,
                    HttpHeader.CONNECTION,
                    HttpHeader.SEC_WEBSOCKET_KEY,
                    HttpHeader.SEC_WEBSOCKET_VERSION,
                    HttpHeader.SEC_WEBSOCKET_SUBPROTOCOL,
                    HttpHeader.SEC_WEBSOCKET_EXTENSIONS);

    private final SocketOptions options;
    private final RateSettings rates;
    private final TimeMeter time;

    SocketUpgrade(SocketOptions options, RateSettings rates, TimeMeter time) {
        this.options = options;
        this.rates = rates;
        this.time = time;
    }

    @Override
    public String[] getSupportedVersions() {
        return new String[] {"13"};
    }

    /** None: Jetty negotiates those that it was left with. */
    @Override
    public List<WebSocketExtension> getSupportedExtensions(ServerHttpRequest request) {
        return List.of();
    }

    @Override
    public void upgrade(
            ServerHttpRequest request,
            ServerHttpResponse response,
            @Nullable String protocol,
            List<WebSocketExtension> extensions,
            @Nullable Principal user,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        var servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
        var servletResponse = ((ServletServerHttpResponse) response).getServletResponse();
        var context = servletRequest.getServletContext();
        var frameHandlers =
                Objects.requireNonNull(JettyServerFrameHandlerFactory.getFactory(context));
        var conduct = new Conduct(rates, time);
        conduct.leaveIn(attributes);
        ClientAddress.leaveIn(attributes, servletRequest.getRemoteAddr());
        var endpoint =
                new JettyWebSocketHandlerAdapter(
                        handler, new JettyWebSocketSession(attributes, user));
        var negotiator =
                WebSocketNegotiator.from(
                        (upgrade, answer, callback) -> {
                            if (protocol != null) {
                                answer.setAcceptedSubProtocol(protocol);
                            }
                            return endpoint;
                        },
                        lettingGo(frameHandlers, conduct),
                        options);
        var coreRequest = withoutParser(ServletCoreRequest.wrap(servletRequest));
        var coreResponse = ServletCoreResponse.wrap(coreRequest, servletResponse, false);
        var mappings =
                WebSocketMappings.getMappings(
                        ServletContextHandler.getServletContextHandler(context));
        try (var written = Blocker.callback()) {
            if (mappings.upgrade(negotiator, coreRequest, coreResponse, written, null)) {
                written.block();
            }
        } catch (Exception e) {
            throw new HandshakeFailureException("Failed to upgrade", e);
        }
    }

    /** A socket keeps its request's headers, and those that Jetty parsed know their parser. */
    private static Request withoutParser(Request request) {
        var headers = HttpFields.build();
        for (var header : request.getHeaders()) {
            if (KEPT.contains(header.getHeader())) {
                headers.add(header.getHeader(), header.getValue());
            }
        }
        var kept = headers.asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return kept;
            }
        };
    }

    private static FrameHandlerFactory lettingGo(FrameHandlerFactory jettys, Conduct conduct) {
        return (endpoint, request, response) -> {
            var made = jettys.newFrameHandler(endpoint, request, response);
            if (made instanceof JettyWebSocketFrameHandler frameHandler) {
                frameHandler.setUpgradeResponse(
                        AgreedUpgrade.of(frameHandler.getUpgradeResponse()));
            }
            return made == null ? null : new FrameGate(made, conduct);
        };
    }
}
