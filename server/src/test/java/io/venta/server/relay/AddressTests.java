package io.venta.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Destinations;
import io.venta.model.UserKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTests {

    private final ClientSession session = new RecordingClient("s1").session();

    @Test
    void addressesNotificationsToTheUserOnAllDevices() {
        var otherDevice =
                new ClientSession(
                        "s2",
                        () -> "user-s1",
                        java.util.Map.of(),
                        0,
                        null,
                        new Outbox("s2", 1, _ -> {}, () -> {}));

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
        var sly = Address.ofUser(UserKey.of("bob/queue/notifications"), Destinations.NOTIFICATIONS);

        assertThat(sly).isEqualTo("/user/bob~2fqueue~2fnotifications/queue/notifications");
    }

    @Test
    void namesTheQueueAsItsOwnerDoes() {
        assertThat(Address.clientDestination("/user/alice/queue/notifications"))
                .isEqualTo("/user/queue/notifications");
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
}
