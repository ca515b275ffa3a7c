package io.venta.server.page;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Map tiles that clients lay over the base map.
 *
 * @param url template with <code>{z}</code>, <code>{x}</code>, <code>{y}</code>; empty: none
 * @param attribution what the tiles' licence asks to be shown, as plain text
 */
@ConfigurationProperties("gateway.tiles")
record TileSettings(@DefaultValue("") String url, @DefaultValue("") String attribution) {}
