package io.venta.server.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.presence.PresenceStatus;
import io.venta.testing.SettableClock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OwnDeviceTests {

    private static final long NOW = 1_000_000_000_000L;

    private final OwnDevice device = new OwnDevice(device("alice", "s1"));

    @Test
    void fadesWhatItTypesAndWhatItViews() {
        device.views("vendor.v1", NOW);
        device.types("room.r1", NOW);

        assertThat(device.fades(after(5), false)).isFalse();
        assertThat(device.fades(after(7), false)).isTrue();
        assertThat(device.device().typing()).isNull();
        assertThat(device.device().viewing()).isEqualTo("vendor.v1");
        assertThat(device.fades(after(31), false)).isTrue();
        assertThat(device.device().viewing()).isNull();
    }

    @Test
    void goesOnViewingWhileItSaysSo() {
        device.views("vendor.v1", NOW);

        assertThat(device.views("vendor.v1", after(20))).as("nothing new").isFalse();
        device.fades(after(45), false);

        assertThat(device.device().viewing()).isEqualTo("vendor.v1");
    }

    @Test
    void isNotIdleOnceItsUserSaidOnline() {
        device.fades(NOW, true);
        assertThat(device.device().status()).isEqualTo(PresenceStatus.IDLE);

        assertThat(device.says(PresenceStatus.ONLINE)).isTrue();
        assertThat(device.device().status()).isEqualTo(PresenceStatus.ONLINE);
    }

    @Test
    void waitsOnce() {
        assertThat(device.queues()).isTrue();
        assertThat(device.queues()).isFalse();
        device.unqueue();
        assertThat(device.queues()).isTrue();
    }

    private static long after(int seconds) {
        return NOW + TimeUnit.SECONDS.toNanos(seconds);
    }

    private static Device device(String user, String session) {
        return TestDevice.of(session, user, "node-1", SettableClock.START);
    }
}
