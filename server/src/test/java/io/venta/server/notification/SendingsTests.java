package io.venta.server.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.ErrorCode;
import io.venta.model.notification.Notification;
import io.venta.model.notification.Priority;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.testing.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendingsTests {

    private static final String GOOD =
            "{\"type\":\"order\",\"title\":\"Ready\",\"message\":\"Come and get it\"}";

    private final Sendings sendings = new Sendings(new JsonPayloads(), new SettableClock());

    @Test
    void readsAllThatANotificationSays() {
        var sending =
                read(
                        "user.alice~40example~2ecom",
                        "id-1",
                        with(
                                "\"priority\":\"HIGH\",\"data\":{\"table\":7},"
                                        + "\"expiresAt\":\"2026-03-02T00:00:00Z\""));

        assertThat(sending.recipients())
                .isEqualTo(new Recipients.Users(List.of("alice~40example~2ecom")));
        assertThat(sending.expiresAt()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(sending.notification())
                .isEqualTo(
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
        assertThat(read("user.alice", "id-1", GOOD).notification().priority())
                .isEqualTo(Priority.NORMAL);
    }

    @Test
    void readsToWhomItGoes() {
        assertThat(read("broadcast", "id-1", GOOD).recipients())
                .isEqualTo(new Recipients.Everyone());
        assertThat(
                        read("users", "id-1", with("\"userIds\":[\"bob\",\"a@b\",\"bob\"]"))
                                .recipients())
                .isEqualTo(new Recipients.Users(List.of("bob", "a~40b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admins", "user.", "user.a.b", "user.ä", "broadcast.x"})
    void refusesOtherKeys(String key) {
        assertRefused(key, "id-1", GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\"userIds\":[]", "\"userIds\":[\"\"]", "\"userIds\":[\"a\\u0000\"]"})
    void refusesListsOfUsersThatAreNone(String users) {
        assertRefused("users", "id-1", users.isEmpty() ? GOOD : with(users));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void asksForAnId(String id) {
        assertRefused("user.alice", id, GOOD);
        assertRefused("user.alice", null, GOOD);
        assertRefused("user.alice", "x".repeat(256), GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"type\":\"order\",\"title\":\"Ready\"}",
                "{\"type\":\"order\",\"title\":\"Ready\",\"message\":null}",
                "{\"type\":\"order\",\"title\":\" \",\"message\":\"x\"}",
                "{\"type\":\"order\",\"title\":\"Re\\u0000ady\",\"message\":\"x\"}",
                "{\"type\":\"order\",\"title\":\"Ready\",\"message\":\"x\\u0000\"}",
                "{\"type\":\"order\",\"title\":\"Ready\",\"message\":\"x\",\"priority\":\"ASAP\"}",
                "{\"type\":\"order\",\"title\":\"Ready\",\"message\":\"x\",\"priority\":1}",
                "{\"type\":\"order\",\"title\":\"Ready\",\"message\":\"x\",\"data\":7}"
            })
    void refusesWhatIsNoNotification(String body) {
        assertRefused("user.alice", "id-1", body);
    }

    @Test
    void refusesWhatIsTooLong() {
        assertRefused("user.alice", "id-1", GOOD.replace("Ready", "x".repeat(201)));
        assertRefused("user.alice", "id-1", GOOD.replace("Come", "x".repeat(4_001)));
        assertRefused("user.alice", "id-1", GOOD.replace("order", "x".repeat(61)));
        assertRefused(
                "user.alice", "id-1", with("\"data\":{\"x\":\"" + "x".repeat(17_000) + "\"}"));
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
        var body = with("\"actionUrl\":\"" + url.replace("\\", "\\\\") + "\"");

        if (taken) {
            assertThat(read("user.alice", "id-1", body).notification().actionUrl()).isEqualTo(url);
        } else {
            assertRefused("user.alice", "id-1", body);
        }
    }

    private static String with(String members) {
        return GOOD.replace("\"}", "\"," + members + "}");
    }

    private Sending read(String key, @Nullable String id, String body) {
        return sendings.read(new Arrival(key, id, body.getBytes(UTF_8)));
    }

    private void assertRefused(String key, @Nullable String id, String body) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> read(key, id, body))
                .returns(ErrorCode.INVALID_MESSAGE, RejectedMessageException::code);
    }
}
