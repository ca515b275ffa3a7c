package io.venta.server.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * {@code DATABASE_URL} in the form in which others write it, taken apart for JDBC.
 *
 * @param jdbc the address without who one is there
 * @param username empty where none is named
 * @param password likewise
 */
record DatabaseUrl(String jdbc, String username, String password) {

    private static final Set<String> SCHEMES = Set.of("postgresql", "postgres");

    /**
     * Takes {@code postgresql://user:password@host:port/database?parameters} apart.
     *
     * @throws IllegalArgumentException if it is no such address; the message does not repeat it
     */
    static DatabaseUrl parse(String url) {
        var uri = parsed(url);
        if (!SCHEMES.contains(String.valueOf(uri.getScheme()))
                || uri.getHost() == null
                || uri.getPath().length() < 2) {
            throw notOne();
        }
        var user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        var colon = user.indexOf(':');
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new DatabaseUrl(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                decoded(colon < 0 ? user : user.substring(0, colon)),
                decoded(colon < 0 ? "" : user.substring(colon + 1)));
    }

    private static URI parsed(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException _) {
            // Its message has the password in it.
            throw notOne();
        }
    }

    private static IllegalArgumentException notOne() {
        return new IllegalArgumentException(
                "DATABASE_URL must be postgresql://user:password@host:port/database");
    }

    /** Percent signs are decoded, a plus stays one. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return jdbc;
    }
}
