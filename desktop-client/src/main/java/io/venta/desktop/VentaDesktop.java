package io.venta.desktop;

import io.venta.desktop.connection.ServerAddress;
import io.venta.desktop.shell.DesktopApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * Starts the desktop. Not itself a JavaFX {@code Application}, so that it starts from a class path
 * as well. What it cannot understand it refuses with exit code 2.
 */
@Command(
        name = "venta",
        description = "The dispatcher's desktop: the fleet on a map, live.",
        sortOptions = false,
        usageHelpWidth = 100)
public final class VentaDesktop implements Callable<Integer> {

    @Option(
            names = "--server",
            paramLabel = "URL",
            converter = Server.class,
            description =
                    "The gateway's address. Default: the last one, http://localhost:5006 at first.")
    private @Nullable ServerAddress server;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            converter = Name.class,
            description = "Fills in the name to sign in as. Default: the last one on that server.")
    private @Nullable String user;

    @Option(
            names = "--demo",
            description = {
                "Signs in at once, as demo-dispatcher or NAME, with the password of the demo"
                        + " accounts in the environment variable GATEWAY_DEMO_PASSWORD.",
                "bin/desktop --demo without --server starts a server with a moving fleet as well."
            })
    private boolean demo;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this and ends.")
    @SuppressWarnings("UnusedVariable") // Picocli acts on it.
    private boolean help;

    private VentaDesktop() {}

    /** The program. */
    public static void main(String[] arguments) {
        int status = commandLine().execute(arguments);
        if (status != CommandLine.ExitCode.OK) {
            System.exit(status);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new VentaDesktop());
    }

    @Override
    public Integer call() {
        Application.launch(DesktopApplication.class, parameters().toArray(String[]::new));
        return CommandLine.ExitCode.OK;
    }

    private List<String> parameters() {
        List<String> parameters = new ArrayList<>();
        if (server != null) {
            parameters.add("--server=" + server);
        }
        if (user != null) {
            parameters.add("--user=" + user);
        }
        if (demo) {
            parameters.add("--demo");
        }
        return parameters;
    }

    private static final class Server implements ITypeConverter<ServerAddress> {

        @Override
        public ServerAddress convert(String value) {
            try {
                return ServerAddress.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "'" + value + "' is no server's address; one is http://localhost:5006");
            }
        }
    }

    private static final class Name implements ITypeConverter<String> {

        @Override
        public String convert(String value) {
            if (value.isBlank()) {
                throw new TypeConversionException("a name to sign in as is not empty");
            }
            return value.strip();
        }
    }
}
