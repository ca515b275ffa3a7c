package io.venta.server.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.server.error.JsonPayloads;
import io.venta.server.session.ThisNode;
import io.venta.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReadEventsTests {

    private final List<String> published = new ArrayList<>();
    private final ReadEvents events =
            new ReadEvents(
                    this::publish, new JsonPayloads(), new ThisNode("node-1"), new SettableClock());

    @Test
    void tellsServicesWhatWasRead() {
        events.read(new NotificationRead("alice", List.of("n1", "n2")));

        assertThat(published)
                .containsExactly(
                        "notification.read {\"event\":\"notification.read\","
                                + "\"at\":\"2026-03-01T12:00:00Z\",\"node\":\"node-1\","
                                + "\"user\":\"alice\",\"ids\":[\"n1\",\"n2\"]}");
    }

    private CompletableFuture<Void> publish(String key, byte[] body) {
        published.add(key + ' ' + new String(body, StandardCharsets.UTF_8));
        return CompletableFuture.failedFuture(new IllegalStateException("RabbitMQ is away"));
    }
}
