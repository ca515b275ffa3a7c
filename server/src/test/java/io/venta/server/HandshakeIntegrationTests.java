package io.venta.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.testing.Crowd;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompFrame;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is agreed when a WebSocket opens. */
class HandshakeIntegrationTests {

    private static final List<String> OFFER =
            List.of(
                    "Sec-WebSocket-Protocol: other, v11.stomp, v12.stomp",
                    "Sec-WebSocket-Extensions: fragment; maxLength=1, permessage-deflate, identity");

    private static ServerProcess compressing;

    @BeforeAll
    static void start() {
        compressing =
                ServerProcess.embedded().environment("GATEWAY_WS_COMPRESSION", "true").start();
    }

    @AfterAll
    static void stop() {
        compressing.close();
    }

    @Test
    void agreesToStompAndToNoExtension() throws IOException {
        var answer = handshake(EmbeddedGateway.server(), OFFER);

        assertThat(answer.getFirst()).contains(" 101 ");
        assertThat(answer)
                .contains("Sec-WebSocket-Protocol: v11.stomp")
                .noneMatch(line -> line.startsWith("Sec-WebSocket-Extensions"));
    }

    @Test
    void agreesToCompressionAloneWhereItIsAskedFor() throws IOException {
        assertThat(handshake(compressing, OFFER))
                .filteredOn(line -> line.startsWith("Sec-WebSocket-Extensions"))
                .containsExactly("Sec-WebSocket-Extensions: permessage-deflate");
    }

    /** The retained values leave in few writes of many frames, and so does what an array says. */
    @Test
    void compressesFramesThatLeaveTogether() {
        var token = Tokens.of("deflate", Role.ADMIN).sign();
        var rounds = new Rounds("deflate", 100);
        var inflated = new CopyOnWriteArrayList<String>();
        try (var plain = StompTestClient.connect(compressing.wsUrl(), token);
                var crowd = Crowd.compressing((_, frame) -> inflated.add(essence(frame)))) {
            plain.sendAwaitingReceipt("/app/location.report", rounds.next());
            plain.subscribe("/topic/location.*");
            var url = compressing.wsUrl();
            var member = crowd.join(1, url, token, Crowd.Habit.READS, "/topic/location.*");
            for (int i = 0; i < 5; i++) {
                plain.sendAwaitingReceipt("/app/location.report", rounds.next());
            }

            await().until(() -> inflated.size() == 602);
            var expected = plain.frames().stream().filter(f -> f.command().equals("MESSAGE"));
            assertThat(inflated)
                    .contains("RECEIPT null null")
                    .filteredOn(frame -> frame.startsWith("MESSAGE"))
                    .containsExactlyElementsOf(
                            expected.map(HandshakeIntegrationTests::essence).toList());
            var length = inflated.stream().mapToInt(String::length).sum();
            assertThat(member.getFirst().compressedBytes()).isBetween(1L, length / 2L);
        }
    }

    private static String essence(byte[] frame) {
        var text = new String(frame, StandardCharsets.UTF_8);
        return essence(StompFrame.decode(text.substring(0, text.length() - 1)));
    }

    private static String essence(StompFrame frame) {
        var headers = frame.header("destination") + ' ' + frame.header("retained");
        return (frame.command() + ' ' + headers + ' ' + frame.body()).strip();
    }

    @Test
    void opensWithoutAnOffer() throws IOException {
        assertThat(handshake(EmbeddedGateway.server(), List.of()).getFirst()).contains(" 101 ");
    }

    @Test
    void believesAProxyThatTheOperatorNames() throws IOException {
        var origin = "Origin: https://gateway.example";
        var host = "X-Forwarded-Host: gateway.example";
        var https = "X-Forwarded-Proto: https";
        var server = EmbeddedGateway.server();

        assertThat(handshake(server, List.of(origin, host, https)).getFirst()).contains(" 101 ");
        assertThat(handshake(server, List.of(origin, host)).getFirst()).contains(" 403 ");
    }

    @Test
    void letsItsOwnPagesThoseItNamesAndProgramsOpenASocket() throws IOException {
        var server = EmbeddedGateway.server();
        for (var origin : List.of(server.baseUrl().toString(), "http://localhost:3000")) {
            assertThat(handshake(server, List.of("Origin: " + origin)).getFirst())
                    .contains(" 101 ");
        }
        assertThat(handshake(server, List.of()).getFirst()).contains(" 101 ");
    }

    @Test
    void refusesATokenInTheAddress() throws IOException {
        var server = EmbeddedGateway.server();
        var token = Tokens.of("alice", Role.ADMIN).sign();

        for (var query : List.of("?access_token=" + token, "?q=" + token, "?v=1&Token=x")) {
            assertThat(handshake(server, query, List.of()).getFirst()).contains(" 400 ");
        }
        assertThat(handshake(server, "?v=1", List.of()).getFirst()).contains(" 101 ");
    }

    private static List<String> handshake(ServerProcess server, List<String> more)
            throws IOException {
        return handshake(server, "", more);
    }

    /** The lines of the answer, up to the empty one. */
    private static List<String> handshake(ServerProcess server, String query, List<String> more)
            throws IOException {
        var request =
                """
                GET /ws%s HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
                %s\r
                """
                        .formatted(
                                query,
                                server.baseUrl().getPort(),
                                String.join("", more.stream().map(l -> l + "\r\n").toList()));
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.baseUrl().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            return reader.lines().takeWhile(line -> !line.isEmpty()).toList();
        }
    }
}
