package io.venta.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Destinations;
import io.venta.server.RecordingChannel;
import io.venta.server.error.RecordingReplies;
import io.venta.server.session.StubClientSockets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutageAnnouncerTests {

    private final RecordingChannel channel = new RecordingChannel();
    private final ClientSessions sessions =
            new ClientSessions(
                    new Topics(List.of(), new Lanes(0)),
                    new StubClientSockets(),
                    Clock.systemUTC(),
                    _ -> {});
    private final OutageAnnouncer announcer =
            new OutageAnnouncer(sessions, RecordingReplies.over(channel));

    @Test
    void tellsEverySessionOnceThatTheBrokerIsGoneAndBack() {
        sessions.add(new RecordingClient("s1").session());
        sessions.add(new RecordingClient("s2").session());

        announcer.lost();
        announcer.lost();
        assertThat(channel.destinations())
                .containsExactly(Destinations.ERRORS, Destinations.ERRORS);
        assertThat(channel.lastHeader("type")).isEqualTo("service_degraded");

        announcer.restored();
        announcer.restored();
        assertThat(channel.sent()).hasSize(4);
        assertThat(channel.lastHeader("type")).isEqualTo("service_restored");
    }

    @Test
    void tellsWhoSubscribesMeanwhile() {
        announcer.subscribed("early");
        announcer.lost();
        announcer.subscribed("late");

        assertThat(channel.sent()).hasSize(1);
        assertThat(channel.lastHeader("type")).isEqualTo("service_degraded");
    }

    @Test
    void saysNothingOfAFirstConnection() {
        sessions.add(new RecordingClient("s1").session());

        announcer.restored();

        assertThat(channel.sent()).isEmpty();
    }
}
