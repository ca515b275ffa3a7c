package io.venta.deployment;

import io.venta.testing.RabbitMqNode;
import io.venta.testing.StompFrame;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A STOMP connection to RabbitMQ itself, as the gateway has one; reads block for 10 s at most. */
final class BrokerConnection implements AutoCloseable {

    private final Socket socket;

    private BrokerConnection(RabbitMqNode node) throws IOException {
        this.socket = new Socket(node.host(), node.stompPort());
        socket.setSoTimeout(10_000);
    }

    /** Sends CONNECT and answers what comes back in {@link #read()}. */
    static BrokerConnection open(RabbitMqNode node, Map<String, String> headers)
            throws IOException {
        var connection = new BrokerConnection(node);
        var all = new LinkedHashMap<>(Map.of("accept-version", "1.2", "host", "/"));
        all.putAll(headers);
        connection.send("CONNECT", all, "");
        return connection;
    }

    static BrokerConnection asGateway(RabbitMqNode node) throws IOException {
        var login = Map.of("login", "gateway", "passcode", node.gatewayPassword());
        var connection = open(node, login);
        connection.expect("CONNECTED");
        return connection;
    }

    /** Sends a frame with a receipt, which is the next thing to come. */
    void sendConfirmed(String command, Map<String, String> headers, String body)
            throws IOException {
        var all = new LinkedHashMap<>(headers);
        all.put("receipt", "r");
        send(command, all, body);
    }

    void send(String command, Map<String, String> headers, String body) throws IOException {
        var frame = new StompFrame(command, headers, body).encode();
        socket.getOutputStream().write(frame.getBytes(StandardCharsets.UTF_8));
    }

    /** The next frame; probes of gateways that other tests left running on the node don't count. */
    StompFrame expect(String command) throws IOException {
        var frame = read();
        while (isProbe(frame)) {
            frame = read();
        }
        if (!frame.command().equals(command)) {
            throw new AssertionError("Expected " + command + ", got " + frame);
        }
        return frame;
    }

    private static boolean isProbe(StompFrame frame) {
        return frame.command().equals("MESSAGE")
                && frame.headers().getOrDefault("destination", "").contains(".~");
    }

    StompFrame read() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int b = next(); b != 0; b = next()) {
            if (bytes.size() > 0 || b != '\n') {
                bytes.write(b);
            }
        }
        return StompFrame.decode(bytes.toString(StandardCharsets.UTF_8));
    }

    private int next() throws IOException {
        var b = socket.getInputStream().read();
        if (b < 0) {
            throw new EOFException("RabbitMQ closed the connection");
        }
        return b;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
