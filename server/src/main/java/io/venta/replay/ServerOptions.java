package io.venta.replay;

import com.rabbitmq.client.ConnectionFactory;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the fixes go, and as whom. */
final class ServerOptions {

    private static final int AMQP_PORT = 5672;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--via",
            paramLabel = "stomp|amqp",
            defaultValue = "stomp",
            description =
                    "Through the server, or through RabbitMQ as services do (${DEFAULT-VALUE}).")
    private Way via = Way.stomp;

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "http://localhost:5006",
            description = "The server, with --via stomp (${DEFAULT-VALUE}).")
    private URI server = URI.create("");

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Demo account (demo-service), or login at RabbitMQ (service).")
    private @Nullable String user;

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            arity = "0..1",
            interactive = true,
            description = "Asks for the password, unless VENTA_PASSWORD has it.")
    private char @Nullable [] password;

    @Option(
            names = "--token",
            paramLabel = "JWT",
            defaultValue = "${env:VENTA_TOKEN}",
            description = "Token of a SERVICE or ADMIN instead of a demo account (or VENTA_TOKEN).")
    private @Nullable String token;

    Outlet connect(Tally tally, Clock clock, Map<String, String> environment) {
        return switch (via) {
            case stomp -> new StompOutlet(checkedServer(), tokens(environment), tally, clock);
            case amqp -> new AmqpOutlet(broker(environment), tally);
        };
    }

    private URI checkedServer() {
        var scheme = String.valueOf(server.getScheme());
        if (server.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw wrong("--server must be like http://localhost:5006, was " + server);
        }
        return server;
    }

    private Supplier<String> tokens(Map<String, String> environment) {
        if (token != null && !token.isBlank()) {
            var fixed = token;
            return () -> fixed;
        }
        var name = user == null ? "demo-service" : user;
        return new DemoLogin(server, name, passwordOf(name, environment.get("VENTA_PASSWORD")));
    }

    private ConnectionFactory broker(Map<String, String> environment) {
        var factory = new ConnectionFactory();
        var name = user == null ? "service" : user;
        var set =
                environment.getOrDefault(
                        "VENTA_PASSWORD", environment.get("RABBITMQ_SERVICE_PASSWORD"));
        factory.setHost(environment.getOrDefault("RABBITMQ_HOST", "localhost"));
        factory.setPort(port(environment.get("RABBITMQ_PORT")));
        factory.setVirtualHost(environment.getOrDefault("RABBITMQ_VHOST", "/"));
        factory.setUsername(name);
        factory.setPassword(passwordOf(name, set));
        return factory;
    }

    private int port(@Nullable String text) {
        try {
            return text == null ? AMQP_PORT : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong("RABBITMQ_PORT must be a number, was " + text);
        }
    }

    private String passwordOf(String name, @Nullable String set) {
        if (password != null && password.length > 0) {
            return new String(password);
        }
        if (set != null && !set.isEmpty()) {
            return set;
        }
        var typed =
                Terminal.attended()
                        .orElseThrow(() -> wrong("Set VENTA_PASSWORD to the password of " + name))
                        .readPassword("Password of %s: ", name);
        if (typed == null) {
            throw wrong("No password was given");
        }
        return new String(typed);
    }

    private ParameterException wrong(String message) {
        if (command == null) {
            throw new IllegalStateException(message);
        }
        return new ParameterException(command.commandLine(), message);
    }

    /** The names are what a user types. */
    enum Way {
        stomp,
        amqp
    }
}
