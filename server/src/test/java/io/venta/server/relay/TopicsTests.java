package io.venta.server.relay;

import static io.venta.server.relay.StubTopicPolicy.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.Destinations;
import io.venta.server.error.RejectedMessageException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsTests {

    private final StubTopicPolicy location = new StubTopicPolicy("location");
    private final StubTopicPolicy vendor = new StubTopicPolicy("vendor");
    private final Lanes lanes = new Lanes(0);
    private final Topics topics = new Topics(List.of(location, vendor), lanes);
    private final RecordingClient client = new RecordingClient("s1");

    @Test
    void sendsRetainedThenReceiptThenLive() {
        accept(location, "v1", 1);

        client.subscribe(topics, "a", "/topic/location.v1");
        accept(location, "v1", 2);

        assertThat(client.heard())
                .containsExactly(
                        "a location_updated v1@1 retained",
                        "RECEIPT r-a",
                        "a location_updated v1@2");
    }

    @Test
    void sendsEveryRetainedValueToAWildcardBeforeItsReceipt() {
        accept(location, "v1", 1);
        accept(location, "v2", 1);
        accept(vendor, "v3", 1);

        client.subscribe(topics, "all", "/topic/location.*");

        assertThat(client.heard())
                .hasSize(3)
                .endsWith("RECEIPT r-all")
                .contains(
                        "all location_updated v1@1 retained", "all location_updated v2@1 retained");
    }

    @Test
    void sendsTheReceiptWhereNothingIsRetained() {
        client.subscribe(topics, "a", "/topic/location.v1");

        assertThat(client.heard()).containsExactly("RECEIPT r-a");
    }

    @Test
    void letsNothingOlderFollowSomethingNewer() {
        client.subscribe(topics, "a", "/topic/location.v1");

        assertThat(accept(location, "v1", 5)).isTrue();
        assertThat(accept(location, "v1", 4)).isFalse();
        assertThat(accept(location, "v1", 5)).isFalse();
        assertThat(accept(location, "v1", 6)).isTrue();

        assertThat(client.heard())
                .containsExactly(
                        "RECEIPT r-a", "a location_updated v1@5", "a location_updated v1@6");
    }

    @Test
    void hearsOnceBySubscriptionWhereExactAndWildcardOverlap() {
        client.subscribe(topics, "one", "/topic/location.v1");
        client.subscribe(topics, "all", "/topic/location.*");

        accept(location, "v1", 1);

        assertThat(client.heard())
                .containsExactlyInAnyOrder(
                        "RECEIPT r-one",
                        "RECEIPT r-all",
                        "one location_updated v1@1",
                        "all location_updated v1@1");
    }

    @Test
    void keepsVendorsAndFamiliesApart() {
        client.subscribe(topics, "a", "/topic/location.v1");

        accept(location, "v11", 1);
        accept(location, "V1", 1);
        accept(vendor, "v1", 1);

        assertThat(client.heard()).containsExactly("RECEIPT r-a");
    }

    @Test
    void namesTheVendorsOwnDestinationInWhatAWildcardHears() {
        client.subscribe(topics, "all", "/topic/location.*");

        accept(location, "v1", 1);

        assertThat(client.frames().getLast().header("destination")).isEqualTo("/topic/location.v1");
    }

    @Test
    void tellsOfARemovalAndForgetsTheValue() {
        accept(location, "v1", 9);
        client.subscribe(topics, "a", "/topic/location.v1");

        topics.remove(location, "v1", Instant.ofEpochSecond(10), "{}".getBytes(UTF_8));
        lanes.flush();
        client.subscribe(topics, "b", "/topic/location.*");

        assertThat(client.heard())
                .containsExactly(
                        "a location_updated v1@9 retained",
                        "RECEIPT r-a",
                        "a vendor_removed {}",
                        "RECEIPT r-b");
    }

    @Test
    void letsNothingInAgainThatWasPublishedBeforeARemoval() {
        topics.accept(location, value("v1", 5));

        assertThat(topics.remove(location, "v1", Instant.ofEpochSecond(9), new byte[0]))
                .isEqualTo(Instant.ofEpochSecond(9));

        assertThat(topics.accept(location, value("v1", 9))).isFalse();
        assertThat(topics.accept(vendor, value("v1", 1))).isTrue();
        assertThat(topics.accept(location, value("v1", 10))).isTrue();
        assertThat(topics.accept(location, value("v1", 9))).isFalse();
    }

    @Test
    void removesAValueWhoseClockIsAhead() {
        topics.accept(location, value("v1", 20));

        assertThat(topics.remove(location, "v1", Instant.ofEpochSecond(9), new byte[0]))
                .isEqualTo(Instant.ofEpochSecond(20));
        assertThat(topics.retained(location)).isEmpty();
    }

    @Test
    void saysNothingAfterUnsubscribing() {
        var subscription = client.subscribe(topics, "a", "/topic/location.v1");
        client.subscribe(topics, "b", "/topic/location.v1");

        topics.unsubscribe(subscription);
        accept(location, "v1", 1);

        assertThat(client.heard())
                .containsExactly("RECEIPT r-a", "RECEIPT r-b", "b location_updated v1@1");
    }

    @Test
    void forgetsAddressesThatNobodyListensTo() {
        var subscription = client.subscribe(topics, "a", "/topic/location.v1");
        assertThat(topics.size()).isEqualTo(1);

        topics.unsubscribe(subscription);
        topics.unsubscribe(subscription);

        assertThat(topics.size()).isZero();
    }

    @Test
    void reachesAllDevicesOfAUserAndNobodyElse() {
        var other = new RecordingClient("s2");
        client.subscribe(topics, "n", Destinations.NOTIFICATIONS);
        other.subscribe(topics, "n", Destinations.NOTIFICATIONS);

        var heard = notifyAt(Address.ofUser("user-s1"));

        assertThat(heard).isEqualTo(1);
        assertThat(client.heard()).containsExactly("RECEIPT r-n", "n notification hi");
        assertThat(other.heard()).containsExactly("RECEIPT r-n");
    }

    @Test
    void keepsASessionsQueuesToTheSession() {
        var other = new RecordingClient("s2");
        client.subscribe(topics, "e", Destinations.ERRORS);
        other.subscribe(topics, "e", Destinations.ERRORS);

        notifyAt(Address.ofSession("s2", Destinations.ERRORS));

        assertThat(client.heard()).containsExactly("RECEIPT r-e");
        assertThat(other.heard()).containsExactly("RECEIPT r-e", "e notification hi");
    }

    @Test
    void saysThatNobodyHeard() {
        assertThat(notifyAt("/topic/location.v1")).isZero();
    }

    @Test
    void refusesUnknownFamilies() {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> topics.policy("weather"));
    }

    private boolean accept(StubTopicPolicy policy, String key, long version) {
        var accepted = topics.accept(policy, value(key, version));
        lanes.flush();
        return accepted;
    }

    private int notifyAt(String address) {
        var heard =
                topics.send(
                        address, Destinations.NOTIFICATIONS, "notification", "hi".getBytes(UTF_8));
        lanes.flush();
        return heard;
    }
}
