package io.venta.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.testing.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SurroundingsTests {

    private final SettableClock clock = new SettableClock();
    private final AtomicReference<Set<InetAddress>> addresses = new AtomicReference<>(Set.of());
    private final Surroundings surroundings = new Surroundings(clock, addresses::get);

    @Test
    void noticesThatTheMachineSlept() {
        clock.advance(Duration.ofSeconds(2));
        assertThat(surroundings.haveChanged()).isFalse();
        clock.advance(Duration.ofMinutes(10));
        assertThat(surroundings.haveChanged()).isTrue();
        assertThat(surroundings.haveChanged()).isFalse();
    }

    @Test
    void noticesAnotherNetwork() throws IOException {
        addresses.set(Set.of(InetAddress.getByName("192.0.2.7")));
        assertThat(surroundings.haveChanged()).isTrue();
        assertThat(surroundings.haveChanged()).isFalse();
        addresses.set(Set.of());
        assertThat(surroundings.haveChanged()).isTrue();
    }

    @Test
    void staysCalmWhereAddressesCannotBeRead() {
        Surroundings blind =
                new Surroundings(
                        clock,
                        () -> {
                            throw new SocketException("No way to know");
                        });
        assertThat(blind.haveChanged()).isFalse();
    }

    @Test
    void readsThisMachinesAddresses() throws IOException {
        assertThat(Surroundings.addresses()).noneMatch(InetAddress::isLoopbackAddress);
    }
}
