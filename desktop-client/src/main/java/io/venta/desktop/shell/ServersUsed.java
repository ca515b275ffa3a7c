package io.venta.desktop.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The servers used last, the newest first, so that settings do not grow with each address that
 * anybody ever signed in at: of the last {@value #MOST} everything is kept, of others nothing. What
 * belongs to a server is under a key that ends with a dot and its address.
 *
 * @param all the settings
 * @param servers those of whom there is anything, or an order
 */
record ServersUsed(Properties all, SequencedSet<String> servers) {

    static final int MOST = 20;
    private static final String KEY = "servers";
    private static final Pattern OWN = Pattern.compile("[^:]*?\\.(https?://.+)");

    static ServersUsed of(Properties all) {
        SequencedSet<String> servers =
                new LinkedHashSet<>(List.of(all.getProperty(KEY, "").split(" ")));
        all.stringPropertyNames().stream()
                .sorted()
                .map(OWN::matcher)
                .filter(Matcher::matches)
                .forEach(own -> servers.add(own.group(1)));
        servers.remove("");
        return new ServersUsed(all, servers);
    }

    /** This one is used now; forgets what is too much. */
    void use(String server) {
        servers.addFirst(server);
        List<String> order = new ArrayList<>(servers);
        List<String> kept = order.subList(0, Math.min(MOST, order.size()));
        all.setProperty(KEY, String.join(" ", kept));
        for (String old : order.subList(kept.size(), order.size())) {
            all.keySet().removeIf(key -> key.toString().endsWith("." + old));
        }
    }
}
