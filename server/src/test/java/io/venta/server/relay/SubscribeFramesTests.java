package io.venta.server.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client's SUBSCRIBE and UNSUBSCRIBE may say, and what comes of it. */
class SubscribeFramesTests {

    private final LocalRelay relay = new LocalRelay();
    private RecordingWriter writer = new RecordingWriter();

    @BeforeEach
    void connect() {
        writer = relay.connect("1.2", 0, 0);
    }

    @AfterEach
    void stop() {
        relay.stop();
    }

    @Test
    void takesOneSubscriptionById() {
        relay.subscribe("a", "/topic/location.v1", null);

        assertRefused(ErrorCode.INVALID_MESSAGE, "a", "/topic/location.v2", null);
    }

    @Test
    void limitsSubscriptionsAndCountsThemDown() {
        relay.subscribe("a", "/topic/location.v1", null);
        relay.subscribe("b", "/topic/location.v2", null);
        assertRefused(ErrorCode.SUBSCRIPTION_LIMIT_EXCEEDED, "c", "/topic/location.v3", null);

        relay.unsubscribe("a");

        relay.subscribe("c", "/topic/location.v3", null);
        assertThat(relay.topics().size()).isEqualTo(2);
    }

    @Test
    void leavesNothingBehindWhereNoTopicIsCalledSo() {
        assertRefused(ErrorCode.INVALID_MESSAGE, "a", "/topic/weather.v1", null);

        assertThat(relay.session().subscriptions()).isEmpty();
        relay.subscribe("a", "/topic/location.v1", null);
        relay.sessions().remove("s1");
        assertThat(relay.topics().size()).isZero();
    }

    @Test
    void leavesNothingBehindWhereTheSocketClosesMeanwhile() {
        relay.accept("v1", 1);
        var session = relay.session();

        relay.sessions().remove("s1");
        relay.frames()
                .subscribe(session, LocalRelay.subscribeFrame("a", "/topic/location.v1", null));

        assertThat(relay.topics().size()).isZero();
    }

    @Test
    void answersAnUnsubscribeBehindAllThatWasHeard() {
        relay.subscribe("a", "/topic/location.v1", null);
        writer.stall();
        relay.accept("v1", 1);
        relay.accept("v1", 2);

        relay.unsubscribe("a");
        relay.accept("v1", 3);
        writer.resume();

        assertThat(heard())
                .containsExactly(
                        "CONNECTED",
                        "a location_updated v1@1",
                        "a location_updated v1@2",
                        "RECEIPT u-a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "50", "60000", " 50", "050 "})
    void holdsUpdatesWhereAskedTo(String millis) {
        relay.subscribe("a", "/topic/location.v1", millis);

        assertThat(relay.session().subscriptions().get("a"))
                .extracting(Subscription::held)
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", " 0"})
    void holdsNothingForNoTimeAtAll(String millis) {
        relay.subscribe("a", "/topic/location.v1", millis);

        relay.accept("v1", 1);
        relay.accept("v1", 2);

        assertThat(heard()).endsWith("a location_updated v1@1", "a location_updated v1@2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-1", "60001", "100000", "1.5", "5e1", "0x10", "fast", "+5", "٥"})
    void refusesToHoldForWhatIsNoTime(String millis) {
        assertRefused(ErrorCode.INVALID_MESSAGE, "a", "/topic/location.v1", millis);

        assertThat(relay.session().subscriptions()).isEmpty();
    }

    private void assertRefused(
            ErrorCode code, String id, String destination, @Nullable String conflate) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> relay.subscribe(id, destination, conflate))
                .returns(code, RejectedMessageException::code);
    }

    private List<String> heard() {
        return RecordingClient.lines(writer.payloads());
    }
}
