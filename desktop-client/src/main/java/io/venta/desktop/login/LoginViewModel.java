package io.venta.desktop.login;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.connection.ClientConfig;
import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.GatewayApi;
import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.connection.PasswordTokens;
import io.venta.desktop.connection.ServerAddress;
import io.venta.desktop.connection.TokenSource;
import io.venta.model.ErrorCode;
import io.venta.model.session.LoginRequest;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Signs in: makes a connection and hands it on once it is live. The first failure ends the attempt
 * and is told in words; nothing is tried in the background. JavaFX thread only.
 */
public final class LoginViewModel {

    // Properties

    private final StringProperty server = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty token = new SimpleStringProperty("");
    private final BooleanProperty byToken = new SimpleBooleanProperty();
    private final StringProperty error = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper tokenOnly = new ReadOnlyBooleanWrapper();
    private final BooleanProperty firstTime = new SimpleBooleanProperty();
    private final ObservableList<String> accounts = FXCollections.observableArrayList();
    private final BooleanBinding complete;

    private final ConnectionFactory connections;
    private final ServerOffer offer;
    private final Executor fx;
    private final Consumer<SignedIn> onSignedIn;
    private @Nullable GatewayConnection attempt;

    /**
     * @param offer what servers offer
     * @param fx the JavaFX thread
     * @param onSignedIn takes the live connection
     */
    public LoginViewModel(
            ConnectionFactory connections,
            ServerOffer offer,
            Executor fx,
            Consumer<SignedIn> onSignedIn) {
        this.connections = connections;
        this.offer = offer;
        this.fx = fx;
        this.onSignedIn = onSignedIn;
        byToken.addListener((property, before, now) -> error.set(""));
        this.complete =
                Bindings.createBooleanBinding(
                        this::isComplete, server, user, password, token, byToken, busy);
    }

    /** The server's address as typed. */
    public StringProperty serverProperty() {
        return server;
    }

    /** The account's name. */
    public StringProperty userProperty() {
        return user;
    }

    /** The account's password. */
    public StringProperty passwordProperty() {
        return password;
    }

    /** A pasted token. */
    public StringProperty tokenProperty() {
        return token;
    }

    /** Whether to sign in by token rather than by name and password. */
    public BooleanProperty byTokenProperty() {
        return byToken;
    }

    /** What went wrong; empty if nothing did. */
    public StringProperty errorProperty() {
        return error;
    }

    /** Whether an attempt is under way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether there is enough to try. */
    public BooleanBinding completeProperty() {
        return complete;
    }

    /** The server's accounts to choose from; empty where there are none, or none is known. */
    public ObservableList<String> accounts() {
        return accounts;
    }

    /** Whether the server takes nothing but tokens. */
    public ReadOnlyBooleanProperty tokenOnlyProperty() {
        return tokenOnly.getReadOnlyProperty();
    }

    /** Whether nobody has signed in here before, so that the basics have to be told. */
    public BooleanProperty firstTimeProperty() {
        return firstTime;
    }

    // Commands

    /** Signs in with the password of the demo accounts; says what it needs if that is not known. */
    public void signInToDemo(@Nullable String demoPassword) {
        if (demoPassword == null || demoPassword.isBlank()) {
            error.set(text("login.demo-password"));
        } else {
            password.set(demoPassword);
            signIn();
        }
    }

    /** Asks the server for its offer: accounts to choose from, or that it takes tokens only. */
    public void askServer() {
        try {
            offer.ask(ServerAddress.parse(server.get()), this::take);
        } catch (IllegalArgumentException e) {
            accounts.clear(); // Not an address yet; signing in would say so.
        }
    }

    /** Tries. */
    public void signIn() {
        if (!complete.get()) {
            return;
        }
        ServerAddress address;
        try {
            address = ServerAddress.parse(server.get());
        } catch (IllegalArgumentException e) {
            error.set(text("login.bad-address"));
            return;
        }
        error.set("");
        busy.set(true);
        GatewayConnection connection = connections.create(address, tokens(address));
        attempt = connection;
        connection.onState(state -> fx.execute(() -> follow(address, connection, state)));
        connection.start();
    }

    /** Gives the attempt up. */
    public void cancel() {
        end("");
    }

    private void take(ClientConfig config) {
        List<String> watchers = ServerOffer.watchers(config);
        if (user.get().isBlank() && !watchers.isEmpty()) {
            user.set(watchers.getFirst());
        }
        accounts.setAll(watchers);
        tokenOnly.set(!config.hasAccounts());
        byToken.set(!config.hasAccounts());
    }

    private TokenSource tokens(ServerAddress address) {
        if (byToken.get()) {
            return TokenSource.fixed(token.get().strip().replaceFirst("^[Bb]earer\\s+", ""));
        }
        LoginRequest credentials = new LoginRequest(user.get().strip(), password.get());
        return new PasswordTokens(new GatewayApi(address), credentials);
    }

    private void follow(
            ServerAddress address, GatewayConnection connection, ConnectionState state) {
        if (connection != attempt) {
            return;
        }
        switch (state) {
            case ConnectionState.Live live -> {
                attempt = null;
                busy.set(false);
                password.set("");
                token.set("");
                onSignedIn.accept(new SignedIn(address, connection));
            }
            case ConnectionState.Reconnecting waiting ->
                    end(text("login.unreachable", address.toString()));
            case ConnectionState.Ended ended -> end(words(ended));
            case ConnectionState.Connecting connecting -> {}
            case ConnectionState.Offline offline -> {}
        }
    }

    private String words(ConnectionState.Ended ended) {
        if (ended.code() == ErrorCode.AUTHENTICATION_FAILED) {
            return text(byToken.get() ? "login.wrong-token" : "login.wrong-password");
        }
        if (ended.code() == ErrorCode.TOKEN_EXPIRED) {
            return text("login.expired-token");
        }
        return text("login.refused", ended.message());
    }

    private void end(String why) {
        GatewayConnection connection = attempt;
        attempt = null;
        if (connection != null) {
            connection.close();
        }
        busy.set(false);
        error.set(why);
    }

    private boolean isComplete() {
        boolean who =
                byToken.get()
                        ? !token.get().isBlank()
                        : !user.get().isBlank() && !password.get().isEmpty();
        return who && !server.get().isBlank() && !busy.get();
    }
}
