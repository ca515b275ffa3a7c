package io.venta.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscribersTests {

    private final RecordingClient client = new RecordingClient("s1");
    private final Subscribers subscribers = new Subscribers();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isASetHoweverItGrowsAndShrinks(long seed) {
        var random = new Random(seed);
        Set<Subscription> expected = new LinkedHashSet<>();
        for (int step = 0; step < 3_000; step++) {
            var grows = step / 500 % 2 == 0;
            if (random.nextInt(10) < (grows ? 8 : 2)) {
                var subscription = subscription("s" + step);
                subscribers.add(subscription);
                expected.add(subscription);
            } else if (!expected.isEmpty()) {
                var subscription = List.copyOf(expected).get(random.nextInt(expected.size()));
                subscribers.remove(subscription);
                expected.remove(subscription);
            }
            assertThat(subscribers.size()).isEqualTo(expected.size());
        }

        assertThat(all()).containsExactlyInAnyOrderElementsOf(expected);
        List.copyOf(expected).forEach(subscribers::remove);
        assertThat(subscribers.isEmpty()).isTrue();
        assertThat(all()).isEmpty();
    }

    @Test
    void leavesAloneWhatIsNotThere() {
        var here = subscription("here");
        var elsewhere = subscription("elsewhere");
        subscribers.add(here);
        new Subscribers().add(elsewhere);

        subscribers.remove(elsewhere);
        subscribers.remove(subscription("nowhere"));

        assertThat(all()).containsExactly(here);
    }

    @Test
    void removesOnce() {
        var once = subscription("once");
        var stays = subscription("stays");
        subscribers.add(once);
        subscribers.add(stays);

        subscribers.remove(once);
        subscribers.remove(once);

        assertThat(all()).containsExactly(stays);
    }

    private List<Subscription> all() {
        var all = new ArrayList<Subscription>();
        subscribers.forEach(all::add);
        return all;
    }

    private Subscription subscription(String id) {
        return client.subscription(id, "/topic/location.v1", null);
    }
}
