package io.venta.server.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code GET /api/client-config}.
 *
 * @param profile {@code embedded} or {@code production}
 * @param demoAccounts names to sign in with by password; empty where a token is asked for
 * @param tiles the tiles to show; absent where there are none
 */
record ClientConfig(String profile, List<String> demoAccounts, @Nullable Tiles tiles) {

    /**
     * Tiles over the base map.
     *
     * @param url template with <code>{z}</code>, <code>{x}</code>, <code>{y}</code>
     * @param attribution plain text
     */
    record Tiles(String url, String attribution) {}
}
