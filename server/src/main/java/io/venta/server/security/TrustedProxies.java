package io.venta.server.security;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.springframework.boot.jetty.JettyServerCustomizer;
import org.springframework.stereotype.Component;

/**
 * Believes what a proxy says about its client, and nobody else.
 *
 * <p>Who connects from a private address is a proxy. Its X-Forwarded-For is read from the end,
 * where the proxies wrote: the last address that is not private is the client, whatever the client
 * itself may have written before it. What others send, and other headers for the same, are taken
 * away before Jetty would believe them.
 */
@Component
final class TrustedProxies implements JettyServerCustomizer {

    private static final String CLIENT = "X-Forwarded-For";
    private static final List<String> BELIEVED =
            List.of(CLIENT, "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port");
    private static final List<String> NEVER_BELIEVED =
            List.of(
                    "Forwarded",
                    "X-Forwarded-Server",
                    "X-Proxied-Https",
                    "Proxy-auth-cert",
                    "Proxy-ssl-id");

    @Override
    public void customize(Server server) {
        for (var connector : server.getConnectors()) {
            for (var factory : connector.getConnectionFactories()) {
                if (factory instanceof HttpConfiguration.ConnectionFactory http) {
                    // The first, so that those who read the headers come later.
                    http.getHttpConfiguration()
                            .getCustomizers()
                            .addFirst((request, response) -> believe(request));
                }
            }
        }
    }

    private static Request believe(Request request) {
        var headers = request.getHeaders();
        if (Stream.concat(BELIEVED.stream(), NEVER_BELIEVED.stream())
                .noneMatch(headers::contains)) {
            return request;
        }
        var peer = request.getConnectionMetaData().getRemoteSocketAddress();
        var proxied = peer instanceof InetSocketAddress inet && isPrivate(inet.getAddress());
        var believed = believed(headers, proxied);
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return believed;
            }
        };
    }

    /** The headers without what is not to be believed. */
    static HttpFields believed(HttpFields headers, boolean proxied) {
        var kept = HttpFields.build(headers);
        NEVER_BELIEVED.forEach(kept::remove);
        if (proxied) {
            var hops = headers.getCSV(CLIENT, false);
            if (!hops.isEmpty()) {
                kept.put(CLIENT, client(hops));
            }
        } else {
            BELIEVED.forEach(kept::remove);
        }
        return kept.asImmutable();
    }

    private static String client(List<String> hops) {
        return hops.reversed().stream()
                .filter(hop -> !isPrivate(hop))
                .findFirst()
                .orElse(hops.getFirst());
    }

    private static boolean isPrivate(String address) {
        try {
            return isPrivate(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    /** Of this machine or network: also fc00::/7 and the 100.64.0.0/10 of carriers and clouds. */
    static boolean isPrivate(InetAddress address) {
        var bytes = address.getAddress();
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || (bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc)
                || (bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64);
    }
}
