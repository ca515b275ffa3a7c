package io.venta.server.relay;

import io.venta.model.ErrorReply;
import io.venta.model.MessageType;
import io.venta.server.error.FatalErrors;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.util.MimeType;

/** Frames for clients, built from the contract's headers and no others. */
final class Frames {

    private static final byte[] EMPTY = {};
    private static final MimeType JSON = MimeType.valueOf("application/json");

    private Frames() {}

    static Message<byte[]> connected(
            ClientSession session, String version, long heartbeat, @Nullable Instant expiresAt) {
        var headers = headers(StompCommand.CONNECTED, session);
        headers.setVersion(version);
        headers.setHeartbeat(heartbeat, heartbeat);
        headers.setNativeHeader("session", session.id());
        headers.setNativeHeader("server", "venta-realtime");
        if (expiresAt != null) {
            headers.setNativeHeader("expires-at", expiresAt.toString());
        }
        return message(headers, EMPTY);
    }

    static Message<byte[]> receipt(ClientSession session, String receipt) {
        var headers = headers(StompCommand.RECEIPT, session);
        headers.setReceiptId(receipt);
        return message(headers, EMPTY);
    }

    static Message<byte[]> message(Subscription subscription, Delivery delivery) {
        var session = subscription.session();
        var headers = headers(StompCommand.MESSAGE, session);
        headers.setDestination(delivery.destination());
        headers.setSubscriptionId(subscription.id());
        headers.setMessageId(session.nextMessageId());
        headers.setContentType(JSON);
        headers.setNativeHeader(MessageType.HEADER, delivery.type());
        if (delivery.retained()) {
            headers.setNativeHeader("retained", "true");
        }
        return message(headers, delivery.body());
    }

    static Message<byte[]> heartbeat(ClientSession session) {
        var headers = StompHeaderAccessor.createForHeartbeat();
        headers.setSessionId(session.id());
        return message(headers, new byte[] {'\n'});
    }

    static Message<byte[]> error(ClientSession session, ErrorReply error) {
        return FatalErrors.frame(session.id(), session.socketAttributes(), error);
    }

    private static StompHeaderAccessor headers(StompCommand command, ClientSession session) {
        var headers = StompHeaderAccessor.create(command);
        headers.setSessionId(session.id());
        headers.setLeaveMutable(true);
        return headers;
    }

    private static Message<byte[]> message(StompHeaderAccessor headers, byte[] body) {
        return MessageBuilder.createMessage(body, headers.getMessageHeaders());
    }
}
