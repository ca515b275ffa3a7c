package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.shell.ConnectionStatus.Level;
import io.venta.desktop.vendor.Updates;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ConnectionStatusTests {

    private static final Instant NOW = Updates.NOON;

    @Test
    void showsLatencyWhileLive() {
        ConnectionStatus status = of(new ConnectionState.Live(Duration.ofMillis(24)));
        assertThat(status).isEqualTo(new ConnectionStatus(Level.LIVE, "Live · 24\u2009ms", false));
        assertThat(status.outOfDate()).isFalse();
    }

    @Test
    void callsSlowWhatIsSlow() {
        ConnectionStatus status = of(new ConnectionState.Live(Duration.ofMillis(1_234)));
        assertThat(status.level()).isEqualTo(Level.SLOW);
        assertThat(status.words()).isEqualTo("Slow · 1234\u2009ms");
    }

    @Test
    void countsDownToTheNextAttempt() {
        ConnectionStatus status =
                of(new ConnectionState.Reconnecting(NOW.plusMillis(6_500), 3, NOW.minusSeconds(9)));
        assertThat(status.words()).isEqualTo("Reconnecting in 7\u2009s");
        assertThat(status.level()).isEqualTo(Level.WAITING);
        assertThat(status.retry()).isTrue();
        assertThat(status.outOfDate()).isTrue();
    }

    @Test
    void tellsSinceWhenAServerIsGone() {
        Instant since = NOW.minus(Duration.ofMinutes(10));
        ConnectionStatus status =
                of(new ConnectionState.Reconnecting(NOW.plusSeconds(20), 30, since));
        assertThat(status.words()).isEqualTo("Offline since 11:50 · next try in 20\u2009s");
        assertThat(status.level()).isEqualTo(Level.OFFLINE);
    }

    @Test
    void saysThatUpdatesAreDelayedOnlyWhileConnected() {
        ConnectionStatus live = of(new ConnectionState.Live(Duration.ofMillis(24))).degraded();
        assertThat(live.words()).isEqualTo("Connected · updates are delayed");
        assertThat(live.outOfDate()).isTrue();
        ConnectionStatus lost = of(new ConnectionState.Connecting(NOW));
        assertThat(lost.degraded()).isEqualTo(lost);
    }

    private static ConnectionStatus of(ConnectionState state) {
        return ConnectionStatus.of(state, NOW, ZoneOffset.UTC);
    }
}
