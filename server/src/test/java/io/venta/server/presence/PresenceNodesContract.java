package io.venta.server.presence;

import static io.venta.model.presence.PresenceStatus.BUSY;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.server.presence.PresenceChange.Gone;
import io.venta.server.presence.PresenceChange.Present;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of the devices of nodes that start, stop, are cut off and vanish. */
interface PresenceNodesContract extends PresenceRegistry {

    @Test
    default void prefersTheSessionThatConnectedLaterWhereANodeWasCutOff() {
        var old = phone("s1", "n1");
        store().track(old);
        pass(Duration.ofMinutes(2));
        store().beat("n2");
        store().reap(10, true);
        store().track(phone("s2", "n2"));
        var start = version();
        store().sync("n1", List.of(old));

        assertThat(sessions()).containsExactly("s2");
        assertThat(changes(start))
                .singleElement()
                .isInstanceOfSatisfying(
                        Gone.class,
                        gone -> {
                            assertThat(gone.device()).isEqualTo(old);
                            assertThat(gone.replacedBy()).isEqualTo("s2");
                        });

        pass(Duration.ofSeconds(5));
        start = version();
        store().sync("n1", List.of(phone("s3", "n1")));
        assertThat(sessions()).containsExactly("s3");
        assertReplaced(start, "s2", "s3");
    }

    @Test
    default void bringsBackWhatANodeHasAndRemovesWhatItHasNot() {
        store().track(alice("s1"));
        store().track(alice("s2"));
        store().track(alice("s3"));
        store().track(TestDevice.of("s4", "bob", "n2", now()));
        store().leave("s3", "CLOSED", GRACE);
        var start = version();

        var changed = TestDevice.withStatus(alice("s1"), BUSY);
        store().sync("n1", List.of(changed, alice("s5")));

        assertThat(sessions()).containsExactlyInAnyOrder("s1", "s3", "s4", "s5");
        var changes = changes(start);
        assertThat(changes)
                .filteredOn(Gone.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Gone.class,
                        gone -> {
                            assertThat(gone.device().session()).isEqualTo("s2");
                            assertThat(gone.reason()).isEqualTo("LOST");
                        });
        assertThat(changes)
                .filteredOn(Present.class::isInstance)
                .extracting(change -> ((Present) change).device())
                .containsExactlyInAnyOrder(changed, alice("s5"));
    }

    @Test
    default void keepsTheLatestOfADeviceThatANodeHasTwice() {
        var first = phone("s1", "n1");
        pass(Duration.ofSeconds(5));
        store().sync("n1", List.of(phone("s0", "n1"), first));

        assertThat(sessions()).containsExactly("s0");
        store().sync("n1", List.of(phone("s0", "n1"), first));
        assertThat(sessions()).containsExactly("s0");
    }

    @Test
    default void takesTheDevicesOfANodeThatDoesNotBeat() {
        store().track(alice("s1"));
        store().track(alice("s2"));
        store().track(TestDevice.of("s3", "bob", "n2", now()));
        store().leave("s2", "CLOSED", Duration.ofSeconds(90));
        pass(Duration.ofSeconds(40));
        assertThat(store().beat("n2")).isTrue();
        var start = version();
        pass(Duration.ofSeconds(15));
        assertThat(store().reap(10, true)).isZero();
        pass(Duration.ofSeconds(5));

        assertThat(store().reap(10, false)).isZero();
        assertThat(store().reap(10, true)).isEqualTo(1);
        assertThat(store().reap(10, true)).isZero();
        assertGone(start, "s1", "NODE_LOST", Map.of());
        assertThat(sessions()).containsExactlyInAnyOrder("s2", "s3");
    }

    @Test
    default void asksANodeThatWasAwayForItsDevices() {
        store().track(alice("s1"));
        pass(Duration.ofMinutes(2));
        store().beat("n2");
        assertThat(store().reap(10, true)).isEqualTo(1);

        store().track(alice("s2"));
        assertThat(store().reap(10, true)).isZero();
        assertThat(store().beat("n1")).isFalse();
        assertThat(store().beat("n1")).isFalse();
        store().sync("n1", List.of(alice("s1"), alice("s2")));
        assertThat(store().beat("n1")).isTrue();
        assertThat(sessions()).containsExactlyInAnyOrder("s1", "s2");
    }

    @Test
    default void letsTheDevicesOfANodeThatStopsComeBackElsewhere() {
        store().track(phone("s1", "n1"));
        store().track(TestDevice.withId(alice("s2"), "desk"));
        store().leave("s2", "CLOSED", Duration.ofSeconds(5));
        store().track(TestDevice.of("s3", "bob", "n1", now()));
        var start = version();
        store().stop("n1", GRACE);

        assertThat(store().reap(10, true)).isZero();
        assertThat(changes(start)).isEmpty();
        store().track(phone("s4", "n2"));
        pass(GRACE);
        assertThat(store().reap(10, true)).isEqualTo(2);
        assertThat(sessions()).containsExactly("s4");
        assertThat(changes(start))
                .filteredOn(Gone.class::isInstance)
                .extracting(change -> ((Gone) change).reason())
                .containsExactlyInAnyOrder("SESSION_REPLACED", "CLOSED", "SERVER_SHUTTING_DOWN");
        assertThat(store().beat("n1")).isFalse();
    }

    @Test
    default void reapsNoMoreThanItIsTold() {
        IntStream.range(0, 7).forEach(i -> store().track(alice("s" + i)));
        IntStream.range(0, 3).forEach(i -> store().leave("s" + i, "LOST", GRACE));
        pass(Duration.ofMinutes(2));

        assertThat(store().reap(2, true)).isEqualTo(2);
        assertThat(store().reap(2, true)).isEqualTo(2);
        assertThat(store().reap(0, true)).isZero();
        assertThat(sessions()).hasSize(3);
        assertThat(store().reap(100, true)).isEqualTo(3);
    }
}
