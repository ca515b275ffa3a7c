package io.venta.server.security;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jetty.JettyServerCustomizer;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Believes what a proxy says about its client, and nobody else.
 *
 * <p>Which addresses are proxies is a setting; by default none is. A proxy's X-Forwarded-For is
 * read from the end, where the proxies wrote: the last address that is no proxy's is the client,
 * whatever the client itself may have written before it. What others send, and other headers for
 * the same, are taken away before Jetty would believe them.
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

    private static final long PAUSE = TimeUnit.HOURS.toNanos(1);

    private static final Logger log = LoggerFactory.getLogger(TrustedProxies.class);

    private final List<IpAddressMatcher> proxies;
    private final AtomicLong saidAt = new AtomicLong(System.nanoTime() - PAUSE);

    TrustedProxies(ProxySettings settings) {
        this.proxies =
                settings.trustedProxies().stream()
                        .map(String::strip)
                        .filter(proxy -> !proxy.isEmpty())
                        .map(TrustedProxies::proxy)
                        .toList();
    }

    private static IpAddressMatcher proxy(String addresses) {
        try {
            return new IpAddressMatcher(addresses);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "GATEWAY_TRUSTED_PROXIES has no addresses of this form: " + addresses, e);
        }
    }

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

    private Request believe(Request request) {
        var headers = request.getHeaders();
        if (Stream.concat(BELIEVED.stream(), NEVER_BELIEVED.stream())
                .noneMatch(headers::contains)) {
            return request;
        }
        var peer = request.getConnectionMetaData().getRemoteSocketAddress();
        var proxied = peer instanceof InetSocketAddress inet && isProxy(inet.getAddress());
        if (!proxied && headers.contains(CLIENT)) {
            sayOnceInAWhile(peer);
        }
        var believed = believed(headers, proxied);
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return believed;
            }
        };
    }

    /** The headers without what is not to be believed. */
    HttpFields believed(HttpFields headers, boolean proxied) {
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

    private String client(List<String> hops) {
        return hops.reversed().stream()
                .filter(hop -> !isProxy(hop))
                .findFirst()
                .orElse(hops.getFirst());
    }

    private boolean isProxy(String address) {
        try {
            return isProxy(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    boolean isProxy(InetAddress address) {
        var text = address.getHostAddress();
        return proxies.stream().anyMatch(proxy -> proxy.matches(text));
    }

    private void sayOnceInAWhile(SocketAddress peer) {
        var last = saidAt.get();
        var now = System.nanoTime();
        if (now - last >= PAUSE && saidAt.compareAndSet(last, now)) {
            log.warn(
                    "{} sends {} and is not believed; name it in GATEWAY_TRUSTED_PROXIES if it is"
                            + " a proxy of yours",
                    peer,
                    CLIENT);
        }
    }
}
