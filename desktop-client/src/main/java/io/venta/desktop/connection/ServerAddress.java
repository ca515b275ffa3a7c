package io.venta.desktop.connection;

import java.net.URI;
import java.util.Locale;

/**
 * Where a gateway is.
 *
 * @param base {@code http(s)://host[:port]}, with a path where the gateway sits behind one; no
 *     slash at the end
 */
public record ServerAddress(URI base) {

    /**
     * Reads what a person types: without a scheme it is http; queries and a last slash go.
     *
     * @throws IllegalArgumentException if no host can be made out
     */
    public static ServerAddress parse(String text) {
        String trimmed = text.strip();
        URI uri = URI.create(trimmed.contains("://") ? trimmed : "http://" + trimmed);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException("Not an http address: " + trimmed);
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getPath().replaceAll("/+$", "");
        return new ServerAddress(URI.create(scheme + "://" + uri.getHost() + port + path));
    }

    /** The address of an HTTP endpoint. */
    public URI http(String path) {
        return URI.create(base + path);
    }

    /** The address of the WebSocket endpoint. */
    public URI webSocket() {
        return URI.create("ws" + base.toString().substring("http".length()) + "/ws");
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
