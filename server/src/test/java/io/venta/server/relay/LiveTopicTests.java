package io.venta.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.MessageType;
import io.venta.server.topic.LiveTopic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveTopicTests {

    private final Queues queues = new Queues(List.of(new StubLiveTopic()));
    private final Lanes lanes = new Lanes(0);
    private final Topics topics =
            new Topics(List.of(new StubTopicPolicy("location")), queues, 10, lanes);
    private final RecordingClient client = new RecordingClient("s1");

    @Test
    void opensThenConfirmsThenTellsWhatChanges() {
        client.subscribe(topics, "a", "/topic/presence.vendor.v1");

        send("/topic/presence.vendor.v1", "joined");

        assertThat(client.heard())
                .containsExactly(
                        "a presence_state vendor.v1 as it is",
                        "RECEIPT r-a",
                        "a presence_diff joined");
    }

    @Test
    void takesAStarForAKeyLikeAnyOther() {
        client.subscribe(topics, "all", "/topic/presence.vendor.*");

        send("/topic/presence.vendor.v1", "joined");
        send("/topic/presence.vendor.*", "all joined");

        assertThat(client.heard())
                .containsExactly(
                        "all presence_state vendor.* as it is",
                        "RECEIPT r-all",
                        "all presence_diff all joined");
    }

    @Test
    void tellsNothingToWhoUnsubscribed() {
        var subscription = client.subscribe(topics, "a", "/topic/presence.vendor.v1");
        topics.unsubscribe(subscription);

        send("/topic/presence.vendor.v1", "joined");

        assertThat(client.heard()).hasSize(2);
        assertThat(topics.size()).isZero();
    }

    @Test
    void isFilledByThisNodeAlone() {
        assertThat(queues.isLive("/topic/presence.vendor.v1")).isTrue();
        assertThat(queues.isLive("/topic/location.v1")).isFalse();
        assertThat(queues.isLive("/user/queue/errors")).isFalse();
    }

    private void send(String destination, String body) {
        topics.send(
                destination, destination, "presence_diff", body.getBytes(StandardCharsets.UTF_8));
        lanes.flush();
    }

    private static final class StubLiveTopic implements LiveTopic {

        @Override
        public String family() {
            return "presence";
        }

        @Override
        public MessageType openingType() {
            return MessageType.PRESENCE_STATE;
        }

        @Override
        public byte[] opening(String key) {
            return (key + " as it is").getBytes(StandardCharsets.UTF_8);
        }
    }
}
