package io.venta.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.testing.SettableClock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of revocations promises. */
interface RevocationStoreContract {

    Instant NOON = SettableClock.START;

    RevocationStore store();

    @Test
    default void remembersWhatWasRevokedAndWhen() {
        store().keep(Map.of("user:alice", NOON.plusMillis(7)));
        store().keep(Map.of("token:t1", NOON, "session:ż 1", NOON.plusSeconds(1)));

        assertThat(store().since(NOON))
                .containsOnly(
                        Map.entry("user:alice", NOON.plusMillis(7)),
                        Map.entry("token:t1", NOON),
                        Map.entry("session:ż 1", NOON.plusSeconds(1)));
    }

    @Test
    default void keepsTheLatestMomentOfAName() {
        store().keep(Map.of("user:alice", NOON.plusSeconds(1)));
        store().keep(Map.of("user:alice", NOON));
        assertThat(store().since(NOON)).containsEntry("user:alice", NOON.plusSeconds(1));

        store().keep(Map.of("user:alice", NOON.plusSeconds(2)));
        assertThat(store().since(NOON)).containsEntry("user:alice", NOON.plusSeconds(2));
    }

    @Test
    default void forgetsWhatIsOlder() {
        store().keep(Map.of("user:alice", NOON, "user:bob", NOON.plusMillis(1)));

        assertThat(store().since(NOON.plusMillis(1))).containsOnlyKeys("user:bob");
        assertThat(store().since(NOON)).containsOnlyKeys("user:bob");
    }
}
