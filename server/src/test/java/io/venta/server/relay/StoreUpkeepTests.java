package io.venta.server.relay;

import static io.venta.server.relay.StubTopicPolicy.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.venta.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreUpkeepTests {

    private final SettableClock clock = new SettableClock();
    private final StubLastKnownValues store = new StubLastKnownValues();
    private final StubTopicPolicy location = new StubTopicPolicy("location");
    private final StubTopicPolicy vendor = new StubTopicPolicy("vendor");
    private final Topics topics = new Topics(List.of(location, vendor), new Lanes(0));
    private final StubRetention retention = new StubRetention(store, topics, clock);
    private final StoreUpkeep upkeep = retention.upkeep();
    private final RecordingClient client = new RecordingClient("s1");

    @Test
    void removesVendorsThatWereNotHeardOfForTheirLifetime() {
        topics.accept(location, value("silent", 1));
        topics.accept(location, value("heard", 1));
        topics.accept(vendor, value("heard", 1));
        client.subscribe(topics, "a", "/topic/location.*");
        var before = client.heard().size();
        clock.advance(StubRetention.LIFETIME);
        topics.accept(location, value("heard", 2, clock.instant()));
        upkeep.check();
        clock.advance(Duration.ofMillis(1));

        upkeep.check();

        assertThat(client.heard().subList(before, client.heard().size()))
                .containsExactly(
                        "a location_updated heard@2", "a vendor_removed {\"vendorId\":\"silent\"}");
        assertThat(topics.retained(vendor)).hasSize(1);
        assertThat(retention.meter("venta.store.expired", "from", "memory")).isEqualTo(1);
    }

    @Test
    void takesAVendorThatComesBack() {
        topics.accept(location, value("v1", 5));
        clock.advance(StubRetention.LIFETIME.plusDays(1));
        upkeep.check();

        assertThat(topics.accept(location, value("v1", 4, clock.instant()))).isTrue();
        upkeep.check();

        assertThat(topics.retained(location)).hasSize(1);
    }

    @Test
    void holdsTheStoreToTheSameBounds() {
        upkeep.check();

        assertThat(store.unheardSince()).isEqualTo(clock.instant().minus(StubRetention.LIFETIME));
        assertThat(store.most()).isEqualTo(StubRetention.MOST);
        assertThat(retention.meter("venta.store.expired", "from", "store")).isEqualTo(2);
        assertThat(retention.meter("venta.store.evicted", "from", "store")).isEqualTo(3);
    }

    @Test
    void forgetsInMemoryThoughTheStoreIsAway() {
        topics.accept(location, value("v1", 1));
        clock.advance(StubRetention.LIFETIME.plusDays(1));
        store.setAway(true);

        assertThatIllegalStateException().isThrownBy(upkeep::check);

        assertThat(topics.retained(location)).isEmpty();
    }

    @Test
    void writesAllOfItsOwnAgainToAStoreThatHasBegunAnew() {
        retention.ownership().change(key -> !key.equals("theirs"));
        topics.accept(location, value("v1", 1));
        topics.accept(location, value("theirs", 1));
        topics.accept(vendor, value("v1", 2));
        upkeep.check();
        upkeep.run();
        store.beginAnew();

        finish();

        assertThat(store.kept("location")).containsExactly("v1@1");
        assertThat(store.kept("vendor")).containsExactly("v1@2");
    }

    @Test
    void writesNothingAgainToAStoreThatIsTheSame() {
        topics.accept(location, value("v1", 1));

        finish();
        finish();

        assertThat(store.calls()).isEmpty();
    }

    @Test
    void writesWhatHasBecomeItsOwnAndNothingElse() {
        retention.ownership().change("v1"::equals);
        upkeep.check();
        topics.accept(location, value("v1", 1));
        topics.accept(location, value("v2", 1));
        topics.accept(location, value("v3", 1));
        finish();
        store.calls().clear();

        retention.ownership().change(key -> !key.equals("v3"));
        finish();

        assertThat(store.calls()).containsExactly("keep [v2@1]");
    }

    @Test
    void writesWhatHasBecomeItsOwnOnceTheStoreIsBack() {
        retention.ownership().change("v1"::equals);
        upkeep.check();
        topics.accept(location, value("v2", 1));
        store.setAway(true);
        retention.ownership().change(_ -> true);
        assertThatIllegalStateException().isThrownBy(upkeep::check);

        store.setAway(false);
        finish();

        assertThat(store.kept("location")).containsExactly("v2@1");
    }

    @Test
    void beginsAgainWhereTheStoreGoesWhileItIsWrittenTo() {
        for (int i = 0; i < 5_000; i++) {
            topics.accept(location, value("v" + i, i));
        }
        upkeep.check();
        store.beginAnew();
        upkeep.check();
        upkeep.run();
        store.setAway(true);
        assertThatIllegalStateException().isThrownBy(upkeep::run);
        store.setAway(false);
        store.beginAnew();

        finish();

        assertThat(store.kept("location")).hasSize(5_000);
    }

    @Test
    void gathersAllReasonsToWriteAgain() {
        retention.ownership().change("v1"::equals);
        upkeep.check();
        topics.accept(location, value("v1", 1));
        topics.accept(location, value("v2", 1));
        retention.ownership().change("v2"::equals);
        store.beginAnew();
        upkeep.check();
        retention.ownership().change(_ -> true);

        finish();

        assertThat(store.kept("location")).containsExactly("v1@1", "v2@1");
    }

    /** Looks, and writes all that is to be written again. */
    private void finish() {
        upkeep.check();
        do {
            upkeep.run();
        } while (upkeep.untilDue().isZero());
    }
}
