package io.venta.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Role;
import io.venta.model.notification.NotificationIds;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompFrame;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A user's screen, as a client keeps it: each notification once, in the order in which it came, and
 * whether it is read. What it had as unread and does not hear again when it comes back was read
 * elsewhere meanwhile.
 */
final class NotificationScreen implements AutoCloseable {

    private static final String QUEUE = "/user/queue/notifications";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String user;
    private final Map<String, Boolean> shown = new LinkedHashMap<>();
    private @Nullable StompTestClient client;
    private int heard;

    NotificationScreen(String user) {
        this.user = user;
    }

    static NotificationScreen of(String user, ServerProcess node) {
        var screen = new NotificationScreen(user);
        screen.connect(node);
        return screen;
    }

    String user() {
        return user;
    }

    StompTestClient client() {
        return Objects.requireNonNull(client, "not connected");
    }

    /** Comes (back), to any node. */
    void connect(ServerProcess node) {
        close();
        var fresh = StompTestClient.connect(node.wsUrl(), Tokens.of(user, Role.CUSTOMER).sign());
        client = fresh;
        heard = 0;
        fresh.subscribe("/user/queue/errors");
        fresh.subscribe(QUEUE);
        var again = new HashSet<String>();
        for (var frame : fresh.messages(QUEUE)) {
            if (frame.header("retained") != null) {
                again.add(id(frame));
            }
        }
        shown.replaceAll((id, read) -> read || !again.contains(id));
        update();
    }

    /** Whether the connection that it had is still there. */
    boolean isConnected() {
        return client != null && client.closeCode() == null;
    }

    /** Takes what came. */
    NotificationScreen update() {
        var frames = client().messages(QUEUE);
        for (var frame : frames.subList(heard, frames.size())) {
            if ("notification".equals(frame.header("type"))) {
                shown.putIfAbsent(id(frame), false);
            } else {
                for (JsonNode id : JSON.readTree(frame.body()).get("ids")) {
                    shown.computeIfPresent(id.asString(), (_, _) -> true);
                }
            }
        }
        heard = frames.size();
        return this;
    }

    /** Says that it has all that it shows. */
    void received() {
        tell("/app/notification.received", List.copyOf(update().shown.keySet()));
    }

    /** Says that these were read. */
    void read(String... ids) {
        tell("/app/notification.read", List.of(ids));
    }

    private void tell(String destination, List<String> ids) {
        client().sendAwaitingReceipt(
                        destination, JSON.writeValueAsString(new NotificationIds(ids)));
    }

    /** All that it shows, in the order in which it came. */
    List<String> ids() {
        return List.copyOf(update().shown.keySet());
    }

    /** What of it is not read. */
    List<String> unread() {
        var unread = new ArrayList<String>();
        update().shown
                .forEach(
                        (id, read) -> {
                            if (!read) {
                                unread.add(id);
                            }
                        });
        return unread;
    }

    /** Nothing that this connection heard came twice. */
    void assertNothingCameTwice() {
        assertThat(
                        client().messages(QUEUE).stream()
                                .filter(frame -> frame.is("MESSAGE", "type", "notification"))
                                .map(NotificationScreen::id))
                .doesNotHaveDuplicates();
    }

    static String id(StompFrame frame) {
        return JSON.readTree(frame.body()).get("id").asString();
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
