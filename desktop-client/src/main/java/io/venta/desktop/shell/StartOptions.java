package io.venta.desktop.shell;

import java.util.List;
import java.util.Optional;

/**
 * Where to sign in, and as whom: as the command line says, else as last time.
 *
 * @param server its address
 * @param user the account's name; empty if none is known
 * @param isDemo whether to sign in at once, to a demo account
 */
record StartOptions(String server, String user, boolean isDemo) {

    static final String DEFAULT_SERVER = "http://localhost:5006";
    private static final String DEMO_USER = "demo-dispatcher";

    /**
     * Joins both.
     *
     * @param arguments {@code --server=}, {@code --user=}, {@code --demo}
     * @param lastServer empty if there was none
     * @param lastUser empty if there was none
     */
    static StartOptions of(List<String> arguments, String lastServer, String lastUser) {
        boolean demo = arguments.contains("--demo");
        String usual = demo || lastServer.isEmpty() ? DEFAULT_SERVER : lastServer;
        String server = value(arguments, "--server=").orElse(usual);
        String known = server.equals(lastServer) ? lastUser : "";
        String user = value(arguments, "--user=").orElse(demo ? DEMO_USER : known);
        return new StartOptions(server, user, demo);
    }

    private static Optional<String> value(List<String> arguments, String option) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(option))
                .map(argument -> argument.substring(option.length()))
                .findFirst();
    }
}
