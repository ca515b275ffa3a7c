package io.venta.desktop.shell;

import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.fix;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.GatewayMessage;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.connection.ServerAddress;
import io.venta.desktop.login.SignedIn;
import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.model.MessageType;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MainViewModelTests {

    private final RecordingConnection connection = new RecordingConnection();
    private MainViewModel model;

    @BeforeEach
    void signIn() {
        connection.become(new ConnectionState.Live(Duration.ofMillis(4)));
        model =
                new MainViewModel(
                        new SignedIn(ServerAddress.parse("localhost:1"), connection),
                        Runnable::run,
                        Runnable::run,
                        Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void dimsWhatIsShownUntilTheServiceIsRestored() {
        assertThat(model.map().outOfDateProperty().get()).isFalse();
        degrade();
        assertThat(model.statusProperty().get().words()).contains("updates are delayed");
        connection.become(new ConnectionState.Live(Duration.ofMillis(5)));
        assertThat(model.map().outOfDateProperty().get()).isTrue();
        assertThat(model.fleet().outOfDateProperty().get()).isTrue();
        hear(MessageType.SERVICE_RESTORED, Map.of());
        assertThat(model.map().outOfDateProperty().get()).isFalse();
        assertThat(model.statusProperty().get().words()).startsWith("Live");
    }

    @Test
    void startsAnewAfterAReconnect() {
        degrade();
        connection.become(new ConnectionState.Connecting(NOON));
        connection.become(new ConnectionState.Live(null));
        assertThat(model.statusProperty().get().words()).isEqualTo("Live");
    }

    @Test
    void deselectsWhoLeft() {
        connection.deliver(
                Destinations.ALL_LOCATIONS,
                new GatewayMessage(MessageType.LOCATION_UPDATED, true, fix("v1", 1, 2, NOON)));
        model.map().selectedProperty().set(model.vendors().all().getFirst());
        connection.subscribeAgain();
        connection.caughtUp(Destinations.ALL_LOCATIONS);
        assertThat(model.map().selectedProperty().get()).isNull();
    }

    private void degrade() {
        hear(
                MessageType.SERVICE_DEGRADED,
                ErrorReply.of(ErrorCode.SERVICE_DEGRADED, "The broker is out of reach"));
    }

    private void hear(MessageType type, Object payload) {
        connection.deliver(Destinations.ERRORS, new GatewayMessage(type, false, payload));
    }
}
