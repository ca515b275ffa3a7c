package io.venta.server.relay;

import static io.venta.server.relay.StubTopicPolicy.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.model.Destinations;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConflationTests {

    private final ManualTimer timer = new ManualTimer();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RelayFigures figures = new RelayFigures(meters);
    private final Lanes lanes = new Lanes(0);
    private final Conflation conflation = new Conflation(timer.service(), lanes, figures);
    private final StubTopicPolicy location = new StubTopicPolicy("location");
    private final Topics topics = new Topics(List.of(location), lanes);
    private final RecordingClient client = new RecordingClient("s1");

    @Test
    void sendsTheNewestOfEachVendorTogetherInTheOrderTheyCameUp() {
        subscribe(client, "a", "/topic/location.*", 50);
        accept("v2", 1);
        accept("v1", 1);
        accept("v2", 2);
        accept("v2", 3);
        assertThat(client.heard()).containsExactly("RECEIPT r-a");

        timer.beat(50);

        assertThat(client.heardByWrite())
                .containsExactly(
                        List.of("RECEIPT r-a"),
                        List.of("a location_updated v2@3", "a location_updated v1@1"));
        assertThat(meters.counter("venta.relay.conflated").count()).isEqualTo(2);
    }

    @Test
    void sendsNothingTwice() {
        subscribe(client, "a", "/topic/location.*", 50);
        accept("v1", 1);
        timer.beat(50);
        accept("v1", 2);
        timer.beat(50);
        timer.beat(50);

        assertThat(client.heard())
                .containsExactly(
                        "RECEIPT r-a", "a location_updated v1@1", "a location_updated v1@2");
    }

    @Test
    void holdsBackNeitherRetainedValuesNorReceipts() {
        accept("v1", 1);

        subscribe(client, "a", "/topic/location.*", 50);

        assertThat(client.heard())
                .containsExactly("a location_updated v1@1 retained", "RECEIPT r-a");
    }

    @Test
    void holdsBackTheSubscriptionThatAskedForItAlone() {
        subscribe(client, "held", "/topic/location.v1", 50);
        client.subscribe(topics, "at once", "/topic/location.v1");

        accept("v1", 1);
        accept("v1", 2);
        timer.beat(50);

        assertThat(client.heard())
                .endsWith(
                        "at once location_updated v1@1",
                        "at once location_updated v1@2",
                        "held location_updated v1@2");
    }

    @Test
    void holdsBackNothingOfWhichEachOneCounts() {
        subscribe(client, "n", Destinations.NOTIFICATIONS, 50);
        var address = Address.ofUser("user-s1");

        topics.send(address, Destinations.NOTIFICATIONS, "notification", "1".getBytes(UTF_8));
        topics.send(address, Destinations.NOTIFICATIONS, "notification", "2".getBytes(UTF_8));
        lanes.flush();

        assertThat(client.heard()).endsWith("n notification 1", "n notification 2");
    }

    @Test
    void saysThatAVendorIsGoneInPlaceOfWhereItWas() {
        subscribe(client, "a", "/topic/location.*", 50);
        accept("v1", 1);
        topics.remove(location, "v1", Instant.EPOCH, "{}".getBytes(UTF_8));

        timer.beat(50);

        assertThat(client.heard()).containsExactly("RECEIPT r-a", "a vendor_removed {}");
    }

    @Test
    void forgetsWhatItHoldsForASubscriptionThatEnds() {
        var ended = subscribe(client, "ended", "/topic/location.*", 50);
        subscribe(client, "stays", "/topic/location.*", 50);
        accept("v1", 1);

        topics.unsubscribe(ended);
        timer.beat(50);

        assertThat(client.heard()).endsWith("RECEIPT r-stays", "stays location_updated v1@1");
    }

    @Test
    void letsNothingOlderFollowUnderAnIdTakenAgain() {
        var ended = subscribe(client, "a", "/topic/location.v1", 50);
        accept("v1", 1);
        topics.unsubscribe(ended);
        accept("v1", 2);
        subscribe(client, "a", "/topic/location.v1", 50);

        timer.beat(50);

        assertThat(client.heard())
                .containsExactly("RECEIPT r-a", "a location_updated v1@2 retained", "RECEIPT r-a");
    }

    @Test
    void beatsOnceForAllWhoChoseTheSameAndNotWhereNothingIsHeld() {
        var other = new RecordingClient("s2");
        subscribe(client, "a", "/topic/location.*", 50);
        subscribe(other, "b", "/topic/location.*", 50);
        subscribe(other, "c", "/topic/location.*", 70);
        assertThat(timer.waiting()).isEmpty();

        accept("v1", 1);
        accept("v2", 1);

        assertThat(timer.waiting()).containsExactlyInAnyOrder(50L, 70L);
        timer.beat(50);
        assertThat(client.heard()).hasSize(3);
        assertThat(other.heard()).hasSize(4);
        timer.beat(70);
        assertThat(other.heard()).hasSize(6);
        assertThat(timer.waiting()).isEmpty();
    }

    @Test
    void losesNothingOfOthersOverAClientThatIsGone() {
        var stays = new RecordingClient("s2");
        subscribe(client, "a", "/topic/location.*", 50);
        subscribe(stays, "b", "/topic/location.*", 50);
        accept("v1", 1);

        client.session().close();
        timer.beat(50);
        accept("v1", 2);
        timer.beat(50);

        assertThat(client.heard()).containsExactly("RECEIPT r-a");
        assertThat(stays.heard()).endsWith("b location_updated v1@1", "b location_updated v1@2");
    }

    @Test
    void beatsByItself() {
        var byItself = new Conflation(lanes, figures);
        client.subscribe(topics, "a", "/topic/location.*", client.session().held(1, byItself));

        accept("v1", 1);

        await().untilAsserted(() -> assertThat(client.heard()).endsWith("a location_updated v1@1"));
        byItself.stop();
    }

    @Test
    void troublesNobodyOnceItHasStopped() {
        var stopped = new Conflation(lanes, figures);
        client.subscribe(topics, "a", "/topic/location.*", client.session().held(1, stopped));
        client.subscribe(topics, "b", "/topic/location.*");
        stopped.stop();

        assertThatCode(() -> accept("v1", 1)).doesNotThrowAnyException();

        assertThat(client.heard()).endsWith("b location_updated v1@1");
    }

    private Subscription subscribe(RecordingClient who, String id, String to, int millis) {
        return who.subscribe(topics, id, to, who.session().held(millis, conflation));
    }

    private void accept(String key, long version) {
        topics.accept(location, value(key, version));
        lanes.flush();
    }
}
