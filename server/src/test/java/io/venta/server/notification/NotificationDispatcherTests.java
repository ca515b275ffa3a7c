package io.venta.server.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.ErrorCode;
import io.venta.model.notification.Notification;
import io.venta.model.notification.Priority;
import io.venta.server.RecordingChannel;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.testing.SettableClock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationDispatcherTests {

    private static final String GOOD =
            "{\"type\":\"order\",\"title\":\"Ready\",\"message\":\"Come and get it\"}";

    private final RecordingChannel channel = new RecordingChannel();
    private final NotificationDispatcher dispatcher =
            new NotificationDispatcher(new JsonPayloads(), channel.template(), new SettableClock());

    @Test
    void handsANotificationToItsRecipient() {
        var body = GOOD.replace("\"}", "\",\"priority\":\"HIGH\",\"data\":{\"table\":7}}");

        hear("user.alice~40example~2ecom", "id-1", body);

        assertThat(channel.destinations())
                .containsExactly("/user/alice~40example~2ecom/queue/notifications");
        assertThat(channel.lastHeader("type")).isEqualTo("notification");
        assertThat(channel.payloads())
                .containsExactly(
                        new Notification(
                                "id-1",
                                "order",
                                "Ready",
                                "Come and get it",
                                Priority.HIGH,
                                null,
                                Map.of("table", 7),
                                SettableClock.START,
                                null));
    }

    @Test
    void isOfTheUsualPriorityWhereNoneIsSaid() {
        hear("user.alice", "id-1", GOOD);

        assertThat(((Notification) channel.payloads().getFirst()).priority())
                .isEqualTo(Priority.NORMAL);
    }

    @Test
    void listensToEveryUsersKey() {
        assertThat(dispatcher.exchange()).isEqualTo("notifications");
        assertThat(dispatcher.queue()).isEqualTo("gateway.notifications");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void asksForAnId(String id) {
        assertRefused(id, GOOD);
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> dispatcher.heard("user.alice", Map.of(), GOOD.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"type\":\"order\",\"title\":\"Ready\"}",
                "{\"type\":\"order\",\"title\":\"Ready\",\"message\":null}",
                "{\"type\":\"order\",\"title\":\"Ready\",\"message\":\"x\",\"priority\":\"ASAP\"}",
                "{\"type\":\"order\",\"title\":\"Ready\",\"message\":\"x\",\"priority\":1}",
                "{\"type\":\"order\",\"title\":\"Ready\",\"message\":\"x\",\"data\":7}"
            })
    void refusesWhatIsNoNotification(String body) {
        assertRefused("id-1", body);
    }

    @ParameterizedTest
    @CsvSource({
        "https://venta.io/orders/7, true",
        "https://venta.io:8443/?a=b#c, true",
        "/orders/7, true",
        "orders/7, true",
        "?order=7, true",
        "http://venta.io/, false",
        "javascript:alert(1), false",
        "JavaScript:alert(1), false",
        "data:text/html;base64;x, false",
        "//evil.example/x, false",
        "///evil.example/x, false",
        "////evil.example/x, false",
        "/\\evil.example, false",
        "\\\\evil.example, false",
        "https:evil.example, false",
        "https:///evil.example, false",
        "ftp://venta.io/, false",
        "intent:x, false",
        "https://ve nta.io/, false"
    })
    void takesActionsThatAreHttpsOrRelative(String url, boolean taken) {
        var body = GOOD.replace("\"}", "\",\"actionUrl\":\"" + url.replace("\\", "\\\\") + "\"}");

        if (taken) {
            hear("user.alice", "id-1", body);
            assertThat(((Notification) channel.payloads().getFirst()).actionUrl()).isEqualTo(url);
        } else {
            assertRefused("id-1", body);
        }
    }

    private void hear(String key, String id, String body) {
        dispatcher.heard(key, Map.of("amqp-message-id", id), body.getBytes(UTF_8));
    }

    private void assertRefused(String id, String body) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> hear("user.alice", id, body))
                .returns(ErrorCode.INVALID_MESSAGE, RejectedMessageException::code);
        assertThat(channel.sent()).isEmpty();
    }
}
