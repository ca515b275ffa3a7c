package io.venta.server;

import static io.venta.server.Cluster.BROKER;
import static io.venta.server.Cluster.ONE;
import static io.venta.server.Cluster.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.testing.PostgresNode;
import io.venta.testing.StompFrame;
import io.venta.testing.StompTestClient;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A user with more unread than anybody reads. */
class NotificationBacklogIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String user = "user-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        Cluster.awaitReady();
    }

    @Test
    void bringsTenThousandUnreadInPagesWhileOthersComeAndGo() throws IOException {
        var crowded = IntStream.range(0, 10_000).mapToObj(i -> "c" + i).toList();
        fill(user, crowded);
        try (var service = new NotificationSender(BROKER);
                var busy = StompTestClient.connect(ONE.wsUrl(), token(user, Role.CUSTOMER))) {
            busy.pauseReading(true);
            busy.send(
                    new StompFrame(
                            "SUBSCRIBE",
                            Map.of(
                                    "id",
                                    "n",
                                    "destination",
                                    "/user/queue/notifications",
                                    "receipt",
                                    "r"),
                            ""));
            service.toUser(user + "-else", "quick");
            try (var other = NotificationScreen.of(user + "-else", ONE)) {
                await().atMost(SOON).until(() -> other.ids().contains("quick"));
            }
            busy.pauseReading(false);
            busy.awaitFrame(f -> f.is("RECEIPT", "receipt-id", "r"), Duration.ofSeconds(60));
            assertThat(busy.messages("n"))
                    .extracting(NotificationScreen::id)
                    .containsExactlyElementsOf(crowded);
        }
    }

    /** Ten thousand that were delivered once and never read; by hand, since the cap allows 100. */
    private static void fill(String user, List<String> ids) {
        var database = "venta_" + Cluster.REDIS.port();
        try (var connection = PostgresNode.shared().connect(database);
                var rows =
                        connection.prepareStatement(
                                "insert into notification (user_key, seq, message_id, type, title,"
                                        + " message, priority, state, created_at, push_attempts)"
                                        + " values (?, ?, ?, 'order', 't', 'm', 1, 1, now(), 0)")) {
            for (int i = 0; i < ids.size(); i++) {
                rows.setString(1, user);
                rows.setLong(2, i + 1);
                rows.setString(3, ids.get(i));
                rows.addBatch();
            }
            rows.executeBatch();
            try (var inbox =
                    connection.prepareStatement("insert into inbox values (?, ?, 1000000)")) {
                inbox.setString(1, user);
                inbox.setLong(2, ids.size());
                inbox.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
