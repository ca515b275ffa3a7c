package io.venta.desktop.login;

import io.venta.desktop.connection.ClientConfig;
import io.venta.desktop.connection.RefusedException;
import io.venta.desktop.connection.ServerAddress;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a server offers to sign in with. It is asked in the background; one that gives no answer
 * offers nothing, and the sign-in itself says what is wrong. JavaFX thread only.
 */
public final class ServerOffer {

    private static final System.Logger LOG = System.getLogger(ServerOffer.class.getName());

    /** Asks a server, waiting for the answer. */
    @FunctionalInterface
    public interface Question {

        /**
         * What the server tells before anyone signs in.
         *
         * @throws RefusedException if it tells nothing
         * @throws IOException if it is out of reach
         */
        ClientConfig ask(ServerAddress server) throws IOException, RefusedException;
    }

    private final Question question;
    private final Executor background;
    private final Executor fx;
    private @Nullable ServerAddress asked;

    /**
     * @param background where it waits
     * @param fx the JavaFX thread
     */
    public ServerOffer(Question question, Executor background, Executor fx) {
        this.question = question;
        this.background = background;
        this.fx = fx;
    }

    /** Hands on the answer, unless the same server was the last one asked. */
    void ask(ServerAddress server, Consumer<ClientConfig> answer) {
        if (server.equals(asked)) {
            return;
        }
        asked = server;
        background.execute(() -> wait(server, answer));
    }

    private void wait(ServerAddress server, Consumer<ClientConfig> answer) {
        try {
            ClientConfig config = question.ask(server);
            fx.execute(
                    () -> {
                        if (server.equals(asked)) {
                            answer.accept(config);
                        }
                    });
        } catch (IOException | RefusedException e) {
            LOG.log(System.Logger.Level.DEBUG, "The server offers nothing", e);
            fx.execute(() -> forget(server));
        }
    }

    private void forget(ServerAddress server) {
        if (server.equals(asked)) {
            asked = null;
        }
    }

    /** The accounts that may watch every vendor, which is what this program is for. */
    static List<String> watchers(ClientConfig config) {
        return Objects.requireNonNullElse(config.demoAccounts(), List.<String>of()).stream()
                .filter(name -> name.endsWith("dispatcher") || name.endsWith("admin"))
                .sorted(Comparator.comparing((String name) -> !name.endsWith("dispatcher")))
                .toList();
    }
}
