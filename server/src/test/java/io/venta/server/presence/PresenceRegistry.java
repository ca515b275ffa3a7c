package io.venta.server.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceStatus;
import io.venta.server.presence.PresenceChange.Gone;
import io.venta.server.presence.PresenceChange.Present;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A registry to test, and what the tests of it look at. Each test begins with an empty one. */
interface PresenceRegistry {

    Duration GRACE = Duration.ofSeconds(10);
    Subject ALICE = new Subject(PresenceKind.USER, "alice");
    Subject TRAM = new Subject(PresenceKind.VENDOR, "tram");

    /** The same registry each time. */
    PresenceStore store();

    /** An empty one that remembers this much. */
    PresenceStore bounded(PresenceBounds bounds);

    /** Lets time pass for the store and for all nodes. */
    void pass(Duration time);

    /** The nodes' time. */
    Instant now();

    @BeforeEach
    default void haveNodes() {
        for (var node : List.of("n1", "n2")) {
            assertThat(store().beat(node)).isFalse();
            store().sync(node, List.of());
        }
    }

    default Device alice(String session) {
        return TestDevice.of(session, "alice", "n1", Instant.parse("2026-03-01T11:00:00Z"));
    }

    default Device phone(String session, String node) {
        return TestDevice.withId(TestDevice.of(session, "alice", node, now()), "phone");
    }

    default long version() {
        return store().snapshot().version();
    }

    default List<PresenceChange> changes(long version) {
        return store().changesAfter(version, Duration.ZERO);
    }

    default List<String> sessions() {
        return store().snapshot().devices().stream().map(Device::session).toList();
    }

    default void assertGone(
            long version, String session, String reason, Map<Subject, PresenceStatus> statuses) {
        assertThat(changes(version))
                .singleElement()
                .isInstanceOfSatisfying(
                        Gone.class,
                        gone -> {
                            assertThat(gone.device().session()).isEqualTo(session);
                            assertThat(gone.reason()).isEqualTo(reason);
                            assertThat(gone.replacedBy()).isNull();
                            assertThat(gone.statuses()).isEqualTo(statuses);
                        });
    }

    default void assertReplaced(long version, String session, String by) {
        var changes = changes(version);
        assertThat(changes)
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.statuses()).isEmpty());
        assertThat(changes.getFirst())
                .isInstanceOfSatisfying(
                        Gone.class,
                        gone -> {
                            assertThat(gone.device().session()).isEqualTo(session);
                            assertThat(gone.reason()).isEqualTo("SESSION_REPLACED");
                            assertThat(gone.replacedBy()).isEqualTo(by);
                        });
        assertThat(changes.getLast())
                .isInstanceOfSatisfying(
                        Present.class,
                        present -> {
                            assertThat(present.device().session()).isEqualTo(by);
                            assertThat(present.isNew()).isTrue();
                        });
    }
}
