package io.venta.desktop.connection;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.simp.stomp.StompFrameHandler;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.messaging.simp.stomp.StompSession;

/**
 * What somebody wants to hear, for as long as the connection lives; each session gets a SUBSCRIBE
 * of it. Used on the connection's own thread, but for what Spring calls.
 */
final class Topic {

    /** Milliseconds in which the newest of each vendor is enough: marks glide for longer. */
    private static final String CONFLATE = "100";

    private static final AtomicLong RECEIPTS = new AtomicLong();

    private final String destination;
    private final TopicListener listener;
    private final MessageDecoder decoder;
    private StompSession.@Nullable Subscription current;

    Topic(String destination, TopicListener listener, MessageDecoder decoder) {
        this.destination = destination;
        this.listener = listener;
        this.decoder = decoder;
    }

    void subscribe(StompSession session) {
        StompHeaders headers = new StompHeaders();
        headers.setDestination(destination);
        if (destination.startsWith("/topic/")) {
            headers.set("conflate", CONFLATE);
        }
        headers.setReceipt("caught-up-" + RECEIPTS.incrementAndGet());
        listener.onSubscribing();
        StompSession.Subscription subscription = session.subscribe(headers, new Frames());
        subscription.addReceiptTask(listener::onCaughtUp);
        current = subscription;
    }

    void unsubscribe() {
        StompSession.Subscription subscription = current;
        if (subscription != null) {
            subscription.unsubscribe();
        }
    }

    private final class Frames implements StompFrameHandler {

        @Override
        public java.lang.reflect.Type getPayloadType(StompHeaders headers) {
            return byte[].class;
        }

        @Override
        public void handleFrame(StompHeaders headers, @Nullable Object payload) {
            if (payload instanceof byte[] body) {
                decoder.decode(headers, body).ifPresent(listener::onMessage);
            }
        }
    }
}
