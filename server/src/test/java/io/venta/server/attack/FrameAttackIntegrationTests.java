package io.venta.server.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Role;
import io.venta.testing.RawSocket;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames that are not quite STOMP. */
class FrameAttackIntegrationTests extends Attack {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String REPORT = "SEND\ndestination:/app/location.report\nreceipt:r\n";
    private static final String BODY =
            "{\"vendorId\":\"attacker\",\"location\":{\"lat\":1,\"long\":2}}";

    static Stream<Arguments> lengthsAndEnds() {
        return Stream.of(
                Arguments.of(
                        REPORT + "content-length:" + BODY.length() + "\n\n" + BODY + "\0",
                        "RECEIPT"),
                Arguments.of(REPORT + "content-length:5\n\n" + BODY + "\0", "4511"),
                Arguments.of(REPORT + "content-length:-1\n\n" + BODY + "\0", "RECEIPT"),
                Arguments.of(REPORT + "content-length:x\n\n" + BODY + "\0", "RECEIPT"),
                Arguments.of(
                        REPORT + "content-length:0\ncontent-length:999\n\n\0", "INVALID_MESSAGE"),
                Arguments.of(REPORT + "\n" + BODY + "\0\n\r\n\n", "RECEIPT"),
                Arguments.of(REPORT + "content-length:3\n\n{\0}\0", "INVALID_MESSAGE"),
                Arguments.of(REPORT + "\n{\0}\0", "INVALID_MESSAGE"));
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of(
                        "SUBSCRIBE\nid:1\ndestination:/topic/location.v1\nreceipt:r\n\nbody\0",
                        "4511"),
                Arguments.of(
                        "SUBSCRIBE\nid:a\0b\ndestination:/topic/location.v1\n\n\0",
                        "INVALID_MESSAGE"),
                Arguments.of(
                        "SUBSCRIBE\nid:a\\nb\ndestination:/topic/location.v1\n\n\0",
                        "INVALID_MESSAGE"),
                Arguments.of(
                        "SUBSCRIBE\nid:"
                                + "x".repeat(60_000)
                                + "\ndestination:/topic/location.v1\n\n\0",
                        "INVALID_MESSAGE"),
                Arguments.of(
                        "SUBSCRIBE\ndestination:/topic/location.v1\nreceipt:r\n\n\0",
                        "INVALID_MESSAGE"),
                Arguments.of("SUBSCRIBE\nid:1\nreceipt:r\n\n\0", "AUTHORIZATION_FAILED"),
                Arguments.of(
                        "SUBSCRIBE\nid:errors\ndestination:/topic/location.v1\nreceipt:r\n\n\0",
                        "INVALID_MESSAGE"),
                Arguments.of(
                        "SUBSCRIBE\nid:1\nconflate:-1\ndestination:/topic/location.v1\nreceipt:r\n\n\0",
                        "INVALID_MESSAGE"),
                Arguments.of("UNSUBSCRIBE\nid:unknown\nreceipt:r\n\n\0", "RECEIPT"),
                Arguments.of("UNSUBSCRIBE\nreceipt:r\n\n\0", "RECEIPT"),
                Arguments.of("HELLO\n\n\0", "4511"),
                Arguments.of("send\ndestination:/app/session.ping\n\n\0", "4511"),
                Arguments.of("\0\n\n\0", "4511"),
                Arguments.of("\ufeffSEND\ndestination:/app/session.ping\n\n\0", "4511"),
                Arguments.of("GET / HTTP/1.1\r\nHost: x\r\n\r\n\0", "4511"));
    }

    static Stream<Arguments> headersAndBodies() {
        return Stream.of(
                Arguments.of(REPORT + "content-type:nonsense\n\n" + BODY + "\0", "4511"),
                Arguments.of(REPORT + "content-type:text/html\n\n" + BODY + "\0", "RECEIPT"),
                Arguments.of(
                        "SEND\ndestination\\n:/app/location.report\nreceipt:r\n\n\0",
                        "AUTHORIZATION_FAILED"),
                Arguments.of(
                        "SEND\ndestination:/app/location.report\\nx:y\nreceipt:r\n\n\0",
                        "AUTHORIZATION_FAILED"),
                Arguments.of("SEND\ndestination:/app/location.report\\t\nreceipt:r\n\n\0", "4511"),
                Arguments.of("SEND\ndestination:/app/location.report\\\nreceipt:r\n\n\0", "4511"),
                Arguments.of("SEND\n:empty\nreceipt:r\n\n\0", "4511"),
                Arguments.of("SEND\nno colon\nreceipt:r\n\n\0", "4511"),
                Arguments.of("SEND\rdestination:/app/location.report\n\n\0", "4511"),
                Arguments.of(REPORT + "x:y\n".repeat(10_000) + "\n" + BODY + "\0", "RECEIPT"),
                Arguments.of(REPORT + distinctHeaders() + "\n" + BODY + "\0", "RECEIPT"),
                Arguments.of(REPORT + "\n" + "[".repeat(30_000) + "\0", "INVALID_MESSAGE"),
                Arguments.of(
                        REPORT
                                + "\n{\"vendorId\":\"attacker\",\"location\":{\"lat\":1e999999,\"long\":2}}\0",
                        "INVALID_MESSAGE"),
                Arguments.of(
                        REPORT
                                + "\n{\"vendorId\":\"attacker\",\"location\":{\"lat\":"
                                + "9".repeat(5_000)
                                + ",\"long\":2}}\0",
                        "INVALID_MESSAGE"));
    }

    private static String distinctHeaders() {
        return IntStream.range(0, 6_000)
                .mapToObj(i -> "h" + i + ":v\n")
                .collect(Collectors.joining());
    }

    /** What is sent, and the answer; a number is the code that the socket is closed with. */
    @ParameterizedTest(name = "{index} {1}")
    @MethodSource({"lengthsAndEnds", "names", "headersAndBodies"})
    void areAnsweredForWhatTheyAre(String frame, String answer) {
        try (var service = target.listener("frame-service", Role.SERVICE)) {
            service.text(frame);
            if (Character.isDigit(answer.charAt(0))) {
                assertThat(service.awaitEnd(SOON)).isEqualTo(Integer.parseInt(answer));
            } else {
                var heard =
                        service.await(
                                each ->
                                        each.is("RECEIPT", "receipt-id", "r")
                                                || each.is("MESSAGE", "type", "error"));
                assertThat(answer(heard)).isEqualTo(answer);
            }
        }
    }

    /** Ends at the limit, wherever it is. */
    @ParameterizedTest
    @MethodSource("endless")
    void endWhereTheyAreTooLong(String start, String more) {
        try (var service = target.signIn("endless-service", Role.SERVICE)) {
            var goesOn = service.text(start);
            for (int i = 0; goesOn && i < 1_000; i++) {
                goesOn = service.text(more);
            }
            assertThat(service.awaitEnd(SOON)).isIn(4510, 1009, RawSocket.NO_CODE);
        }
    }

    static Stream<Arguments> endless() {
        var piece = "x".repeat(6_000);
        return Stream.of(
                Arguments.of("S", piece),
                Arguments.of("SEND\nheader:", piece),
                Arguments.of("SEND\n", "header:" + piece + "\n"),
                Arguments.of(REPORT + "\n", piece),
                Arguments.of(REPORT + "content-length:2147483647\n\n", piece),
                Arguments.of(REPORT + "content-length:1048576\n\n", piece),
                Arguments.of("SEND\nheader:" + "x".repeat(1024 * 1024), piece));
    }

    @Test
    void mayBeBinary() {
        try (var service = target.listener("binary-service", Role.SERVICE)) {
            service.frame(0x82, (REPORT + "\n" + BODY + "\0").getBytes(UTF_8));
            service.await(frame -> frame.is("RECEIPT", "receipt-id", "r"));
            service.frame(
                    0x82, new byte[] {'S', 'E', 'N', 'D', '\n', (byte) 0xff, (byte) 0xfe, '\n', 0});
            assertThat(service.awaitEnd(SOON)).isEqualTo(4511);
        }
    }

    @Test
    void mayComeInAFewPieces() {
        try (var service = target.listener("pieces-service", Role.SERVICE)) {
            var whole = REPORT + "\n" + BODY + "\0";
            for (int i = 0; i < whole.length(); i += 10) {
                service.text(whole.substring(i, Math.min(whole.length(), i + 10)));
            }
            service.await(frame -> frame.is("RECEIPT", "receipt-id", "r"));
        }
    }
}
