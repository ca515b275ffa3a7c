package io.venta.server.relay;

import static io.venta.server.relay.StubTopicPolicy.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.testing.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much is kept, and who goes when it is too much; heard times are minutes apart. */
class RetainedTests {

    private static final Instant START = SettableClock.START;

    private final StubTopicPolicy location = new StubTopicPolicy("location");
    private final StubTopicPolicy vendor = new StubTopicPolicy("vendor");
    private final Topics topics =
            new Topics(List.of(location, vendor), new Queues(List.of()), 3, new Lanes(0));
    private final RecordingClient client = new RecordingClient("s1");

    @Test
    void letsTheLongestUnheardGiveWay() {
        accept("v1", 1);
        accept("v2", 2);
        accept("v3", 3);
        accept("v1", 4);
        client.subscribe(topics, "a", "/topic/location.v2");

        accept("v4", 5);

        assertThat(keys()).containsExactlyInAnyOrder("v1", "v3", "v4");
        assertThat(topics.evicted()).isEqualTo(1);
        assertThat(client.heard()).endsWith("a vendor_removed {\"vendorId\":\"v2\"}");
    }

    @Test
    void countsAVendorOnceWhateverIsKnownOfIt() {
        accept("v1", 1);
        accept("v2", 2);
        accept("v3", 3);
        topics.accept(vendor, value("v1", 1, minute(4)));
        topics.accept(vendor, value("v3", 1, minute(5)));
        assertThat(topics.evicted()).isZero();

        accept("v4", 6);
        accept("v5", 7);

        assertThat(keys()).containsExactlyInAnyOrder("v3", "v4", "v5");
        assertThat(topics.retained(vendor)).hasSize(1);
    }

    @Test
    void staysBoundedWhereEachMessageNamesAnotherVendor() {
        IntStream.range(0, 10_000).forEach(i -> accept("v" + i, i));

        assertThat(keys()).containsExactlyInAnyOrder("v9997", "v9998", "v9999");
        assertThat(topics.evicted()).isEqualTo(9_997);
    }

    @Test
    void doesNotLetInWhatWouldHaveToGoAtOnce() {
        accept("v1", 5);
        accept("v2", 6);
        accept("v3", 7);
        client.subscribe(topics, "a", "/topic/location.v0");

        assertThat(accept("v0", 4)).isFalse();

        assertThat(client.heard()).containsExactly("RECEIPT r-a");
        assertThat(accept("v1", 8)).isTrue();
    }

    @Test
    void makesRoomByRemovals() {
        accept("v1", 1);
        accept("v2", 2);
        accept("v3", 3);
        topics.remove(location, "v3", minute(3), new byte[0]);

        accept("v4", 4);

        assertThat(keys()).containsExactlyInAnyOrder("v1", "v2", "v4");
        assertThat(topics.evicted()).isZero();
    }

    @Test
    void forgetsNoMoreAtATimeThanItIsTold() {
        accept("v1", 1);
        accept("v2", 2);
        accept("v3", 3);

        assertThat(topics.forgetUnheardSince(minute(3), 1)).isEqualTo(1);
        assertThat(topics.forgetUnheardSince(minute(3), 5)).isEqualTo(1);
        assertThat(topics.forgetUnheardSince(minute(3), 5)).isZero();
        assertThat(keys()).containsExactly("v3");
    }

    @Test
    void forgetsNoneThatWasHeardOfWithinTheMinute() {
        topics.accept(location, value("v1", 1, minute(1)));
        topics.accept(location, value("v2", 1, minute(1).plusSeconds(5)));
        topics.accept(location, value("v1", 2, minute(1).plusSeconds(50)));

        assertThat(topics.forgetUnheardSince(minute(1).plusSeconds(40), 10)).isEqualTo(1);
        assertThat(keys()).containsExactly("v1");
        assertThat(topics.forgetUnheardSince(minute(1).plusSeconds(51), 10)).isEqualTo(1);
    }

    @Test
    void remembersTheLaterOfTwoRemovalsAndOnlySoMany() {
        var removals = new Removals();
        removals.add("v1", minute(2));
        removals.add("v1", minute(1));
        var between = Instant.ofEpochSecond(minute(1).getEpochSecond() + 1);

        assertThat(removals.cover(value("v1", between.getEpochSecond()))).isTrue();
        assertThat(removals.cover(value("v1", minute(2).getEpochSecond() + 1))).isFalse();

        IntStream.range(0, 10_000).forEach(i -> removals.add("other" + i, minute(3)));
        assertThat(removals.cover(value("v1", between.getEpochSecond()))).isFalse();
        assertThat(removals.cover(value("other0", between.getEpochSecond()))).isTrue();
    }

    private boolean accept(String key, int minute) {
        return topics.accept(location, value(key, minute, minute(minute)));
    }

    private List<String> keys() {
        return topics.retained(location).stream().map(value -> value.key()).toList();
    }

    private static Instant minute(int minute) {
        return START.plusSeconds(60L * minute);
    }
}
