package io.venta.server.security;

import java.util.regex.Pattern;

/**
 * What the page may load, and from where: scripts, styles and data from its own server alone,
 * images from the tiles' server too.
 */
final class ContentSecurityPolicy {

    /** Leaflet's template: {@code {s}} stands for a few sub-domains. */
    private static final Pattern TILES =
            Pattern.compile("(https?://)(\\{s}\\.)?([A-Za-z0-9.-]+(?::\\d{1,5})?)(?:/[^\\s;,]*)?");

    private ContentSecurityPolicy() {}

    /**
     * The header's value.
     *
     * @param tileUrl the template of the tiles' addresses; empty, or a path of this server: no
     *     other server has images
     * @throws IllegalArgumentException if it is no template of http addresses
     */
    static String of(String tileUrl) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                + " img-src 'self' data:"
                + origin(tileUrl)
                + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private static String origin(String tileUrl) {
        var isOwn = tileUrl.startsWith("/") && !tileUrl.startsWith("//");
        if (tileUrl.isBlank() || isOwn) {
            return "";
        }
        var template = TILES.matcher(tileUrl);
        if (!template.matches()) {
            throw new IllegalArgumentException(
                    "GATEWAY_TILE_URL must be like https://tiles.example/{z}/{x}/{y}.png");
        }
        return " "
                + template.group(1)
                + (template.group(2) == null ? "" : "*.")
                + template.group(3);
    }
}
