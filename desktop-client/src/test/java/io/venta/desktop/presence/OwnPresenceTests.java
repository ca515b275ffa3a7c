package io.venta.desktop.presence;

import static io.venta.desktop.vendor.Updates.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.vendor.TestClock;
import io.venta.model.Destinations;
import io.venta.model.location.VendorId;
import io.venta.model.presence.ActivityType;
import io.venta.model.presence.PresenceActivity;
import io.venta.model.presence.PresenceReport;
import io.venta.model.presence.PresenceStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnPresenceTests {

    private static final PresenceActivity VIEWING =
            new PresenceActivity(ActivityType.VIEWING, "vendor.v1");
    private static final PresenceActivity ACTIVE = new PresenceActivity(ActivityType.ACTIVE, null);

    private final TestClock clock = new TestClock();
    private final RecordingConnection connection = new RecordingConnection();
    private final OwnPresence own = new OwnPresence(connection, clock);

    @BeforeEach
    void connect() {
        become(new ConnectionState.Live(null));
    }

    @Test
    void repeatsWhatIsViewedBeforeItFades() {
        own.view(new VendorId("v1"));
        pass(59);
        assertThat(said()).containsExactly(VIEWING, VIEWING, VIEWING);
    }

    @Test
    void isIdleWhenNobodyTouchesAnything() {
        own.view(new VendorId("v1"));
        pass(1_000);
        assertThat(said()).hasSize(15);
        own.touched();
        assertThat(said()).hasSize(16);
    }

    @Test
    void saysThatSomebodyIsThereAtMostOnceAMinute() {
        for (int i = 0; i < 120; i++) {
            own.touched();
            pass(1);
        }
        assertThat(said()).containsExactly(ACTIVE, ACTIVE);
    }

    @Test
    void endsViewingAtOnce() {
        own.view(new VendorId("v1"));
        pass(1);
        own.view(null);
        assertThat(said()).containsExactly(VIEWING, ACTIVE);
    }

    @Test
    void saysOnlyTheLastOfManyThatAreViewedInAMoment() {
        for (int i = 0; i < 30; i++) {
            own.view(new VendorId("w" + i));
        }
        own.view(new VendorId("v1"));
        pass(2);
        assertThat(said()).hasSize(2).endsWith(VIEWING);
    }

    @Test
    void saysItAllAgainToANewConnection() {
        own.view(new VendorId("v1"));
        own.statusProperty().set(PresenceStatus.BUSY);
        become(new ConnectionState.Connecting(NOON));
        own.statusProperty().set(PresenceStatus.AWAY);
        become(new ConnectionState.Live(null));
        become(new ConnectionState.Live(Duration.ofMillis(3)));
        assertThat(said()).containsExactly(VIEWING, VIEWING);
        assertThat(connection.sent(Destinations.PRESENCE_REPORT))
                .containsExactly(
                        new PresenceReport(PresenceStatus.BUSY),
                        new PresenceReport(PresenceStatus.AWAY));
    }

    private void become(ConnectionState state) {
        connection.become(state);
        own.connectionIs(state);
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.advance(Duration.ofSeconds(1));
            own.tick();
        }
    }

    private List<Object> said() {
        return connection.sent(Destinations.PRESENCE_ACTIVITY);
    }
}
