package io.venta.server.relay;

import static io.venta.server.relay.StubTopicPolicy.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PendingChangesTests {

    private final PendingChanges pending = new PendingChanges(3);

    @Test
    void dropsTheFirstOfTooManyAndSaysSoOnce() {
        IntStream.range(0, 5).forEach(i -> pending.keep("location", value("v" + i, 1)));
        pending.keep("vendor", value("v0", 1));

        assertThat(pending.size()).isEqualTo(4);
        assertThat(pending.takeOverflow()).isTrue();
        assertThat(pending.takeOverflow()).isFalse();
        assertThat(pending.take().get("location")).containsOnlyKeys("v2", "v3", "v4");
        assertThat(pending.size()).isZero();
    }

    @Test
    void dropsNothingWhereAKeyChangesOften() {
        IntStream.range(0, 50).forEach(i -> pending.keep("location", value("v" + i % 3, i)));

        assertThat(pending.takeOverflow()).isFalse();
    }

    @Test
    void staysBoundedByWhatIsGivenBack() {
        IntStream.range(0, 3).forEach(i -> pending.keep("location", value("old" + i, 1)));
        var taken = pending.take();
        IntStream.range(0, 3).forEach(i -> pending.keep("location", value("new" + i, 1)));

        pending.putBack(taken);

        assertThat(pending.take().get("location")).containsOnlyKeys("new0", "new1", "new2");
        assertThat(pending.takeOverflow()).isTrue();
    }

    @Test
    void comesToTheSameInWhateverOrderChangesCome() {
        var removed = new PendingChanges.Change(Instant.ofEpochSecond(5), null);
        var older = new PendingChanges.Change(null, value("v1", 5));
        var newer = new PendingChanges.Change(null, value("v1", 6));

        assertThat(removed.and(older)).isEqualTo(removed).isEqualTo(older.and(removed));
        assertThat(removed.and(older).and(newer)).isEqualTo(newer.and(removed).and(older));
        assertThat(newer.and(removed).value()).isEqualTo(newer.value());
        assertThat(newer.and(older)).isEqualTo(newer).isEqualTo(older.and(newer));
    }
}
