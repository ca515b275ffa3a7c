package io.venta.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.messaging.simp.SimpMessagingTemplate;

/** A channel that keeps what is sent to it, payloads as they were given. Thread-safe. */
public final class RecordingChannel implements MessageChannel {

    private final List<Message<?>> sent = new CopyOnWriteArrayList<>();

    /** Spring's template over this channel. */
    public SimpMessageSendingOperations template() {
        return new SimpMessagingTemplate(this);
    }

    @Override
    public boolean send(Message<?> message, long timeout) {
        return sent.add(message);
    }

    /** All that was sent, in order. */
    public List<Message<?>> sent() {
        return List.copyOf(sent);
    }

    /** The payloads of what was sent. */
    public List<Object> payloads() {
        return sent.stream().<Object>map(Message::getPayload).toList();
    }

    /** The destinations of what was sent. */
    public List<String> destinations() {
        return sent.stream()
                .map(message -> SimpMessageHeaderAccessor.getDestination(message.getHeaders()))
                .map(String::valueOf)
                .toList();
    }

    /** A STOMP header of the last message sent. */
    public String lastHeader(String name) {
        return String.valueOf(
                SimpMessageHeaderAccessor.wrap(sent.getLast()).getFirstNativeHeader(name));
    }
}
