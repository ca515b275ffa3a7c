package io.venta.server;

import io.venta.model.MessageType;
import io.venta.model.presence.PresenceDiff;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceState;
import io.venta.model.presence.PresenceStatus;
import io.venta.server.error.JsonPayloads;
import io.venta.testing.StompFrame;
import io.venta.testing.StompTestClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one subscription to presence has on its screen, and how often somebody left there. */
final class PresenceWatcher {

    private static final JsonPayloads PAYLOADS = new JsonPayloads();

    private final StompTestClient client;
    private final String destination;

    private PresenceWatcher(StompTestClient client, String destination) {
        this.client = client;
        this.destination = destination;
    }

    static PresenceWatcher of(StompTestClient client, String destination) {
        client.subscribe(destination);
        return new PresenceWatcher(client, destination);
    }

    /** How present somebody is on the screen. */
    PresenceStatus status(String id) {
        var entry = screen().get(id);
        return entry == null ? PresenceStatus.OFFLINE : entry.status();
    }

    /** All on the screen that are not offline. */
    Map<String, PresenceEntry> screen() {
        var screen = new HashMap<String, PresenceEntry>();
        for (var frame : client.messages(destination)) {
            if (frame.is("MESSAGE", "type", MessageType.PRESENCE_STATE.wireName())) {
                screen.clear();
                read(frame, PresenceState.class).entries().forEach(e -> screen.put(e.id(), e));
            } else {
                var diff = read(frame, PresenceDiff.class);
                diff.joins().forEach(entry -> screen.put(entry.id(), entry));
                diff.updates().forEach(entry -> screen.put(entry.id(), entry));
                diff.leaves().forEach(screen::remove);
            }
        }
        screen.values().removeIf(entry -> entry.status() == PresenceStatus.OFFLINE);
        return screen;
    }

    /** All who left, each as often as it did. */
    List<String> leaves() {
        var leaves = new ArrayList<String>();
        client.messages(destination).stream()
                .filter(frame -> frame.is("MESSAGE", "type", "presence_diff"))
                .forEach(frame -> leaves.addAll(read(frame, PresenceDiff.class).leaves()));
        return leaves;
    }

    private static <T> T read(StompFrame frame, Class<T> type) {
        return PAYLOADS.read(frame.body().getBytes(StandardCharsets.UTF_8), type);
    }
}
