package io.venta.desktop;

import io.venta.desktop.shell.DesktopApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts the desktop. Not itself a JavaFX {@code Application}, so that it starts from a class path
 * as well.
 */
@Command(
        name = "bin/desktop",
        description = "The dispatcher's desktop: the fleet on a map, live.",
        sortOptions = false)
public final class VentaDesktop implements Callable<Integer> {

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The gateway's address. Default: ${DEFAULT-VALUE}",
            defaultValue = "http://localhost:5006")
    private String server = "";

    @Option(names = "--user", paramLabel = "NAME", description = "Fills in the name to sign in as.")
    private @Nullable String user;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this and ends.")
    @SuppressWarnings("UnusedVariable") // Picocli acts on it.
    private boolean help;

    private VentaDesktop() {}

    /** The program. */
    public static void main(String[] arguments) {
        int status = new CommandLine(new VentaDesktop()).execute(arguments);
        if (status != CommandLine.ExitCode.OK) {
            System.exit(status);
        }
    }

    @Override
    public Integer call() {
        List<String> parameters = new ArrayList<>(List.of("--server=" + server));
        if (user != null) {
            parameters.add("--user=" + user);
        }
        Application.launch(DesktopApplication.class, parameters.toArray(String[]::new));
        return CommandLine.ExitCode.OK;
    }
}
