package io.venta.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.MessageType;
import io.venta.model.notification.NotificationIds;
import io.venta.model.presence.DeviceType;
import io.venta.model.presence.PresenceDevice;
import io.venta.model.presence.PresenceDiff;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceState;
import io.venta.model.presence.PresenceStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.simp.stomp.StompHeaders;
import tools.jackson.databind.json.JsonMapper;

class MessageDecoderTests {

    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

    private final MessageDecoder decoder = new MessageDecoder(new JsonMapper());

    @Test
    void readsPresence() {
        PresenceDevice phone =
                new PresenceDevice(
                        "d1", DeviceType.PWA, PresenceStatus.IDLE, NINE, "vendor.v1", null);
        PresenceEntry entry =
                new PresenceEntry(
                        PresenceKind.USER, "ann", PresenceStatus.IDLE, List.of(phone), null, true);
        assertThat(
                        decode(
                                MessageType.PRESENCE_STATE,
                                """
                                {"entries":[{"kind":"user","id":"ann","status":"IDLE","degraded":true,
                                "devices":[{"deviceId":"d1","deviceType":"pwa","status":"IDLE",
                                "since":"2026-11-20T09:00:00Z","viewing":"vendor.v1"}]}]}"""))
                .isEqualTo(new PresenceState(List.of(entry), null));
    }

    @Test
    void readsCounts() {
        assertThat(
                        decode(
                                MessageType.PRESENCE_DIFF,
                                """
                                {"joins":[],"updates":[],"leaves":["v1"],"counts":{"ONLINE":7}}"""))
                .isEqualTo(
                        new PresenceDiff(
                                List.of(),
                                List.of(),
                                List.of("v1"),
                                Map.of(PresenceStatus.ONLINE, 7)));
    }

    @Test
    void readsWhatWasRead() {
        assertThat(decode(MessageType.NOTIFICATION_READ, "{\"ids\":[\"n1\"]}"))
                .isEqualTo(new NotificationIds(List.of("n1")));
    }

    @Test
    void leavesOutWhatDoesNotFit() {
        StompHeaders headers = new StompHeaders();
        headers.set(MessageType.HEADER, MessageType.PRESENCE_STATE.wireName());
        byte[] body = "{\"entries\":[{\"kind\":\"planet\"}]}".getBytes(StandardCharsets.UTF_8);
        assertThat(decoder.decode(headers, body)).isEmpty();
    }

    private Object decode(MessageType type, String body) {
        StompHeaders headers = new StompHeaders();
        headers.set(MessageType.HEADER, type.wireName());
        return decoder.decode(headers, body.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .payload();
    }
}
