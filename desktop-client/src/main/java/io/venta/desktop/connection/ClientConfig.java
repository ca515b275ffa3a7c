package io.venta.desktop.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server tells clients before anyone signs in.
 *
 * @param profile {@code embedded} where demo accounts exist
 * @param demoAccounts names that can sign in with the password printed at the server's start
 * @param tiles where map tiles come from
 */
public record ClientConfig(
        @Nullable String profile, @Nullable List<String> demoAccounts, @Nullable Tiles tiles) {

    /** Whether signing in by name and password is possible. */
    public boolean hasAccounts() {
        return demoAccounts != null && !demoAccounts.isEmpty();
    }

    /**
     * A tile server.
     *
     * @param url with {@code {z}}, {@code {x}} and {@code {y}}
     * @param attribution what its owner wants to read on the map
     */
    public record Tiles(String url, @Nullable String attribution) {}
}
