package io.venta.server.relay;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;

/** Frames for RabbitMQ: everything in them is the gateway's, nothing a client's. */
final class UpstreamFrames {

    static final byte[] EMPTY = {};
    static final byte[] NEWLINE = {'\n'};

    /** How many messages may wait in a node's queue; beyond it the oldest go. */
    private static final String MAX_LENGTH = "100000";

    private UpstreamFrames() {}

    static StompHeaderAccessor connect(UpstreamSettings settings, long heartbeatMillis) {
        var headers = StompHeaderAccessor.create(StompCommand.CONNECT);
        headers.setAcceptVersion("1.2");
        headers.setHost(settings.virtualHost());
        headers.setLogin(settings.username());
        headers.setPasscode(settings.password());
        headers.setHeartbeat(heartbeatMillis, heartbeatMillis);
        return headers;
    }

    /** A queue of this connection's own, bounded, and gone with it. */
    static StompHeaderAccessor subscribe(String destination) {
        var headers = StompHeaderAccessor.create(StompCommand.SUBSCRIBE);
        headers.setSubscriptionId(destination);
        headers.setDestination(destination);
        headers.setNativeHeader("exclusive", "true");
        headers.setNativeHeader("auto-delete", "true");
        headers.setNativeHeader("durable", "false");
        headers.setNativeHeader("x-queue-type", "classic");
        headers.setNativeHeader("x-max-length", MAX_LENGTH);
        return headers;
    }

    static StompHeaderAccessor send(String destination, Map<String, String> more) {
        var headers = StompHeaderAccessor.create(StompCommand.SEND);
        headers.setDestination(destination);
        more.forEach(headers::setNativeHeader);
        return headers;
    }

    static Message<byte[]> message(StompHeaderAccessor headers, byte[] body) {
        return MessageBuilder.createMessage(body, headers.getMessageHeaders());
    }

    /**
     * A MESSAGE's destination: the broker's own header is the first of that name, whatever the
     * publisher added, and %-encoded; left as it is where it is not.
     */
    static String destination(StompHeaderAccessor headers) {
        var destination = headers.getFirstNativeHeader("destination");
        if (destination == null) {
            return "";
        }
        try {
            return URLDecoder.decode(destination.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return destination;
        }
    }

    static Collector<Map.Entry<String, List<String>>, ?, Map<String, String>> firstValues() {
        return Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst());
    }
}
