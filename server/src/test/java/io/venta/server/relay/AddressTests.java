package io.venta.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.model.Destinations;
import io.venta.model.UserKey;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTests {

    private final ClientSession session = new RecordingClient("s1").session();

    @Test
    void addressesNotificationsToTheUserOnAllDevices() {
        var otherDevice = session("s2", "user-s1");

        assertThat(Address.of(Destinations.NOTIFICATIONS, session))
                .isEqualTo("/user/user-s1/queue/notifications")
                .isEqualTo(Address.of(Destinations.NOTIFICATIONS, otherDevice));
    }

    @Test
    void addressesErrorsAndRepliesToTheSessionAlone() {
        assertThat(Address.of(Destinations.ERRORS, session)).isEqualTo("/session/s1/queue/errors");
        assertThat(Address.of(Destinations.REPLIES, session))
                .isEqualTo(Address.ofSession("s1", Destinations.REPLIES));
    }

    @Test
    void leavesTopicsAsTheyAre() {
        assertThat(Address.of("/topic/location.v1", session)).isEqualTo("/topic/location.v1");
    }

    @Test
    void keepsUsersApartWhoseNamesLookLikeDestinations() {
        var sly = Address.ofUser(UserKey.of("bob/queue/notifications").value());

        assertThat(sly).isEqualTo("/user/bob~2fqueue~2fnotifications/queue/notifications");
    }

    @Test
    void tellsAllNodesUnderTheUsersKey() {
        assertThat(Address.upstreamOfUser("/user/alice~40a/queue/notifications"))
                .isEqualTo("/exchange/gateway/user.alice~40a");
    }

    @Test
    void splitsTopicsAtTheFirstDot() {
        assertThat(Address.topic("/topic/location.a.b"))
                .isEqualTo(new Address.TopicName("location", "a.b"));
        assertThat(Address.topic("/topic/location.*"))
                .isEqualTo(new Address.TopicName("location", "*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/topic",
                "/topic/",
                "/topic/location",
                "/topic/.v1",
                "/topics/location.v1",
                "/user/a/queue/x.y",
                "topic/location.v1",
                "/session/s1/queue/a.b"
            })
    void knowsWhatIsNoTopic(String destination) {
        assertThat(Address.topic(destination)).isNull();
    }

    private static ClientSession session(String id, String user) {
        var figures = new RelayFigures(new SimpleMeterRegistry());
        var outbox = new Outbox(new RecordingWriter(), RecordingClient.NO_LIMITS, figures, 0);
        return new ClientSession(id, () -> user, Map.of(), 0, null, outbox, () -> {});
    }
}
