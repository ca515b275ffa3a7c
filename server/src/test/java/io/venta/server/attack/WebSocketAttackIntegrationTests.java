package io.venta.server.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.ErrorCode;
import io.venta.model.Role;
import io.venta.testing.RawFrames;
import io.venta.testing.RawSocket;
import io.venta.testing.Tokens;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes and frames that are not quite WebSocket. */
class WebSocketAttackIntegrationTests extends Attack {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String PING =
            "SEND\ndestination:/app/session.ping\nreceipt:r\n\n{\"sentAt\":\"2026-03-01T10:00:00Z\"}\0";

    /** Bytes in hexadecimal; the mask is zeros. */
    @ParameterizedTest
    @CsvSource({
        "810141, not masked, 1002",
        "c18100000000 41, a reserved bit, 1002",
        "a18100000000 41, another, 1002",
        "918100000000 41, the third, 1002",
        "838100000000 41, an opcode that is none, 1002",
        "8f8100000000 41, a control opcode that is none, 1002",
        "098100000000 41, a ping in fragments, 1002",
        "808100000000 41, a continuation of nothing, 1002",
        "818200000000 c328, not UTF-8, 1007",
        "818100000000 ff, not UTF-8 either, 1007",
        "818300000000 eda080, half a surrogate pair, 1007",
        "81ff7fffffffffffffff00000000, eight exabytes, 1009",
        "81ffffffffffffffffff00000000, less than nothing, 1009",
        "81ff000000008000000000000000, two gigabytes, 1009",
        "888100000000 03, half a close code, 1002",
        "888200000000 03ed, a close code that nobody sends, 1002",
    })
    void endTheirOwnConnection(String hex, String what, int code) {
        try (var client = target.signIn("ws-customer", Role.CUSTOMER)) {
            client.write(HexFormat.of().parseHex(hex.replace(" ", "")));
            assertThat(client.awaitEnd(SOON)).as(what).isIn(code, RawSocket.NO_CODE);
        }
    }

    @Test
    void mayHaveNoLongPing() {
        try (var client = target.signIn("long-ping", Role.CUSTOMER)) {
            client.frame(0x89, new byte[126]);
            assertThat(client.awaitEnd(SOON)).isEqualTo(1002);
        }
    }

    @Test
    void mayBeFragmentedIntoSingleBytes() {
        try (var client = target.signIn("fragments", Role.CUSTOMER)) {
            var bytes = PING.getBytes(UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                var isLast = i == bytes.length - 1;
                client.frame((i == 0 ? 1 : 0) | (isLast ? 0x80 : 0), new byte[] {bytes[i]});
            }
            client.await(frame -> frame.is("RECEIPT", "receipt-id", "r"));
        }
    }

    @Test
    void mayHaveFragmentsWithoutContent() {
        try (var client = target.signIn("empty-fragments", Role.CUSTOMER)) {
            client.frame(0x01, new byte[0]);
            writeEmptyFragments(client, 300);
            client.frame(0x00, PING.getBytes(UTF_8));
            client.frame(0x80, new byte[0]);
            client.await(frame -> frame.is("RECEIPT", "receipt-id", "r"));
        }
    }

    @Test
    void endWhereFragmentsWithoutContentGoOn() {
        try (var client = target.signIn("endless-fragments", Role.CUSTOMER)) {
            client.frame(0x01, new byte[0]);
            writeEmptyFragments(client, 20_000);
            assertThat(client.awaitEnd(SOON))
                    .isIn(ErrorCode.TOO_MANY_VIOLATIONS.closeCode(), RawSocket.NO_CODE);
        }
    }

    private static void writeEmptyFragments(RawSocket client, int count) {
        var empty = RawFrames.encode(0x00, new byte[0]);
        var goesOn = true;
        for (int i = 0; goesOn && i < count; i++) {
            goesOn = client.write(empty);
        }
    }

    @Test
    void endWhereFragmentsAreTooLongTogether() {
        try (var client = target.signIn("long-fragments", Role.CUSTOMER)) {
            var goesOn = client.frame(0x01, new byte[1_000]);
            for (int i = 0; goesOn && i < 1_000; i++) {
                goesOn = client.frame(0x00, new byte[1_000]);
            }
            assertThat(client.awaitEnd(SOON)).isIn(1009, RawSocket.NO_CODE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: ",
                "Origin: http://localhost:3000.evil.example",
                "Origin: http://localhost:3000/",
                "Origin: http://LOCALHOST:3001",
                "Origin: file://",
                "Origin: chrome-extension://abc",
                "Origin: http://localhost:3000 https://evil.example"
            })
    void areRefusedToPagesFromElsewhere(String origin) {
        try (var client = RawSocket.dial(target.server().wsUrl())) {
            assertThat(client.shakeHands(target.server().wsUrl(), origin)).contains(" 403 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /ws HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /ws HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
                "GET /ws/.. HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%2e%2e/ws HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /ws;x=y HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET //ws HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /ws HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /ws HTTP/1.0\r\n\r\n",
                "GET /ws HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n",
                "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n",
                "nonsense\r\n\r\n"
            })
    void areRefusedWhereTheyAreNoHandshake(String request) {
        try (var client = RawSocket.dial(target.server().wsUrl())) {
            client.write(request.getBytes(UTF_8));
            assertThat(client.readStatus()).matches("HTTP/1\\.1 [45]\\d\\d.*");
        }
    }

    @Test
    void areRefusedWhereTheirHeadIsTooLong() {
        try (var client = RawSocket.dial(target.server().wsUrl())) {
            var url = target.server().wsUrl();
            assertThat(client.shakeHands(url, "X: " + "x".repeat(1024 * 1024))).contains(" 431 ");
        }
    }

    /** The address ends up in logs and histories. */
    @Test
    void carryNoTokenInTheirAddress() {
        var token = Tokens.of("url", Role.ADMIN).sign();
        for (var name : new String[] {"access_token", "token", "Authorization"}) {
            assertThat(target.server().get("/api/vendors?" + name + "=" + token).statusCode())
                    .isEqualTo(401);
        }
    }
}
