package io.venta.server.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.presence.PresenceStatus;
import io.venta.server.error.JsonPayloads;
import io.venta.testing.SettableClock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceEventTests {

    private final Device device = device("alice", "s1");

    @Test
    void tellsThatASessionOpenedAndWhatThatMakesOfItsUser() {
        var came =
                new PresenceChange.Present(
                        7,
                        SettableClock.START,
                        device,
                        true,
                        Map.of(Subject.user("alice"), PresenceStatus.ONLINE));

        assertThat(ServiceEvent.of(came, "node-2").stream().map(ServiceEventTests::json))
                .containsExactly(
                        "{\"event\":\"session.opened\",\"at\":\"2026-03-01T12:00:00Z\","
                                + "\"node\":\"node-1\",\"version\":7,\"session\":\"s1\","
                                + "\"user\":\"alice\",\"deviceId\":\"s1\",\"deviceType\":\"web\"}",
                        "{\"event\":\"presence.changed\",\"at\":\"2026-03-01T12:00:00Z\","
                                + "\"node\":\"node-2\",\"version\":7,\"kind\":\"user\","
                                + "\"id\":\"alice\",\"status\":\"ONLINE\"}");
    }

    @Test
    void tellsWhyAndAfterHowLongASessionClosed() {
        var gone =
                new PresenceChange.Gone(
                        8, SettableClock.START.plusSeconds(90), device, "LOST", null, Map.of());

        var event = ServiceEvent.of(gone, "node-2").getFirst();

        assertThat(event.event()).isEqualTo("session.closed");
        assertThat(event.reason()).isEqualTo("LOST");
        assertThat(event.durationMs()).isEqualTo(90_000);
    }

    @Test
    void saysNothingOfASessionThatIsOnlyAnother() {
        var other = new PresenceChange.Present(9, SettableClock.START, device, false, Map.of());

        assertThat(ServiceEvent.of(other, "node-2")).isEmpty();
    }

    private static String json(ServiceEvent event) {
        return new String(new JsonPayloads().write(event), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Device device(String user, String session) {
        return TestDevice.of(session, user, "node-1", SettableClock.START);
    }
}
