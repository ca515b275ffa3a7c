package io.venta.server.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.Destinations;
import io.venta.model.session.Pong;
import io.venta.server.RecordingChannel;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RecordingReplies;
import io.venta.server.error.RejectedMessageException;
import io.venta.testing.SettableClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionControllerTests {

    private final RecordingChannel channel = new RecordingChannel();
    private final SessionController controller =
            new SessionController(
                    new JsonPayloads(), RecordingReplies.over(channel), new SettableClock());

    @Test
    void answersAPingWithBothTimes() {
        controller.ping("{\"sentAt\":\"2026-03-01T11:59:59.9Z\"}".getBytes(UTF_8), "s1");

        assertThat(channel.destinations()).containsExactly(Destinations.REPLIES);
        assertThat(channel.lastHeader("type")).isEqualTo("pong");
        assertThat(channel.payloads())
                .containsExactly(
                        new Pong(Instant.parse("2026-03-01T11:59:59.9Z"), SettableClock.START));
    }

    @Test
    void refusesAPingWithoutATime() {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> controller.ping("{}".getBytes(UTF_8), "s1"));
        assertThat(channel.sent()).isEmpty();
    }
}
