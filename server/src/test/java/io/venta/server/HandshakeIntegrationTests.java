package io.venta.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.testing.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is agreed when a WebSocket opens. */
class HandshakeIntegrationTests {

    private static final List<String> OFFER =
            List.of(
                    "Sec-WebSocket-Protocol: other, v11.stomp, v12.stomp",
                    "Sec-WebSocket-Extensions: fragment; maxLength=1, permessage-deflate, identity");

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
        try (var server =
                ServerProcess.embedded().environment("GATEWAY_WS_COMPRESSION", "true").start()) {
            assertThat(handshake(server, OFFER))
                    .filteredOn(line -> line.startsWith("Sec-WebSocket-Extensions"))
                    .containsExactly("Sec-WebSocket-Extensions: permessage-deflate");
        }
    }

    @Test
    void opensWithoutAnOffer() throws IOException {
        assertThat(handshake(EmbeddedGateway.server(), List.of()).getFirst()).contains(" 101 ");
    }

    @Test
    void believesAProxyOnThisMachine() throws IOException {
        var origin = "Origin: https://gateway.example";
        var host = "X-Forwarded-Host: gateway.example";
        var https = "X-Forwarded-Proto: https";
        var server = EmbeddedGateway.server();

        assertThat(handshake(server, List.of(origin, host, https)).getFirst()).contains(" 101 ");
        assertThat(handshake(server, List.of(origin, host)).getFirst()).contains(" 403 ");
    }

    /** The lines of the answer, up to the empty one. */
    private static List<String> handshake(ServerProcess server, List<String> more)
            throws IOException {
        var request =
                """
                GET /ws HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
                %s\r
                """
                        .formatted(
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
