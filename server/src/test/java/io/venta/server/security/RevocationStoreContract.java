package io.venta.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.testing.SettableClock;
import java.time.Instant;
import java.util.HashMap;
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

    /** A user may end as many of its own as it likes. */
    @Test
    default void letsUsersPushOutNothingButTheirOwn() {
        store().keep(Map.of("user:mallory", NOON));
        for (int batch = 0; batch < 11; batch++) {
            var own = new HashMap<String, Instant>();
            for (int i = 0; i < 1_000; i++) {
                var name = Revocation.ofSession(batch + "-" + i, "mallory");
                own.put(name, NOON.plusSeconds(batch));
            }
            store().keep(own);
        }

        assertThat(store().since(NOON))
                .containsKey("user:mallory")
                .containsKey(Revocation.ofSession("10-999", "mallory"))
                .doesNotContainKey(Revocation.ofSession("0-0", "mallory"))
                .hasSizeBetween(9_000, RevocationStore.MOST_OWN + 1);
    }

    @Test
    default void forgetsWhatIsOlder() {
        store().keep(Map.of("user:alice", NOON, "user:bob", NOON.plusMillis(1)));

        assertThat(store().since(NOON.plusMillis(1))).containsOnlyKeys("user:bob");
        assertThat(store().since(NOON)).containsOnlyKeys("user:bob");
    }
}
