package io.venta.desktop.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.connection.ClientConfig;
import io.venta.desktop.connection.ConnectionState.Ended;
import io.venta.desktop.connection.ConnectionState.Live;
import io.venta.desktop.connection.ConnectionState.Reconnecting;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.connection.ServerAddress;
import io.venta.desktop.connection.TokenSource;
import io.venta.model.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginViewModelTests {

    private final RecordingConnection connection = new RecordingConnection();
    private final List<TokenSource> tokens = new ArrayList<>();
    private final List<SignedIn> signedIn = new ArrayList<>();
    private final List<ServerAddress> asked = new ArrayList<>();
    private ClientConfig config = new ClientConfig("production", List.of(), null);
    private final LoginViewModel model =
            new LoginViewModel(
                    (server, source) -> {
                        tokens.add(source);
                        return connection;
                    },
                    new ServerOffer(
                            server -> {
                                asked.add(server);
                                return config;
                            },
                            Runnable::run,
                            Runnable::run),
                    Runnable::run,
                    signedIn::add);

    @BeforeEach
    void fill() {
        model.serverProperty().set("localhost:5006");
        model.userProperty().set("demo-dispatcher");
        model.passwordProperty().set("secret");
    }

    @Test
    void handsOnTheLiveConnection() {
        model.signIn();
        assertThat(model.busyProperty().get()).isTrue();
        connection.become(new Live(null));
        assertThat(signedIn).extracting(SignedIn::connection).containsExactly(connection);
        assertThat(signedIn.getFirst().server()).hasToString("http://localhost:5006");
        assertThat(connection.closed()).isFalse();
        assertThat(model.passwordProperty().get()).isEmpty();
    }

    @Test
    void saysThatThePasswordIsWrong() {
        model.signIn();
        connection.become(new Ended(ErrorCode.AUTHENTICATION_FAILED, "No"));
        assertThat(model.errorProperty().get()).contains("password is wrong");
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(connection.closed()).isTrue();
        assertThat(signedIn).isEmpty();
    }

    @Test
    void saysThatNobodyAnswersAndTriesNoMore() {
        model.signIn();
        connection.become(new Reconnecting(Instant.EPOCH, 2, Instant.EPOCH));
        assertThat(model.errorProperty().get()).contains("http://localhost:5006");
        assertThat(connection.closed()).isTrue();
        connection.become(new Live(null));
        assertThat(signedIn).isEmpty();
    }

    @Test
    void refusesAnAddressThatIsNone() {
        model.serverProperty().set("ftp://nowhere");
        model.signIn();
        assertThat(model.errorProperty().get()).contains("not a server’s address");
        assertThat(tokens).isEmpty();
    }

    @Test
    void takesAPastedTokenAsItIs() throws Exception {
        model.byTokenProperty().set(true);
        assertThat(model.completeProperty().get()).isFalse();
        model.tokenProperty().set(" Bearer abc.def.ghi\n");
        model.signIn();
        assertThat(tokens.getFirst().token()).isEqualTo("abc.def.ghi");
        assertThat(tokens.getFirst().renews()).isFalse();
    }

    @Test
    void offersTheAccountsThatMayWatchAll() {
        config =
                new ClientConfig(
                        "embedded",
                        List.of("demo-admin", "demo-customer", "demo-dispatcher"),
                        null);
        model.userProperty().set("");
        model.askServer();
        assertThat(model.accounts()).containsExactly("demo-dispatcher", "demo-admin");
        assertThat(model.userProperty().get()).isEqualTo("demo-dispatcher");
        assertThat(model.byTokenProperty().get()).isFalse();
    }

    @Test
    void keepsTheNameThatWasGiven() {
        config = new ClientConfig("embedded", List.of("demo-dispatcher"), null);
        model.userProperty().set("demo-admin");
        model.askServer();
        assertThat(model.userProperty().get()).isEqualTo("demo-admin");
    }

    @Test
    void asksForATokenWhereThereAreNoAccounts() {
        model.askServer();
        assertThat(model.byTokenProperty().get()).isTrue();
        assertThat(model.tokenOnlyProperty().get()).isTrue();
    }

    @Test
    void asksEachServerOnce() {
        model.askServer();
        model.askServer();
        model.serverProperty().set("http://");
        model.askServer();
        assertThat(asked).hasSize(1);
        model.serverProperty().set("other:5006");
        model.askServer();
        assertThat(asked).hasSize(2);
    }

    @Test
    void signsInToTheDemoAtOnceWhereThePasswordIsKnown() throws Exception {
        model.signInToDemo("known");
        assertThat(model.busyProperty().get()).isTrue();
        connection.become(new Live(null));
        assertThat(signedIn).hasSize(1);
    }

    @Test
    void saysWhatTheDemoNeedsWhereItIsNot() {
        model.signInToDemo(null);
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(model.errorProperty().get()).contains("GATEWAY_DEMO_PASSWORD", "bin/desktop");
        assertThat(tokens).isEmpty();
    }

    @Test
    void triesNothingIncomplete() {
        model.passwordProperty().set("");
        model.signIn();
        assertThat(tokens).isEmpty();
    }
}
