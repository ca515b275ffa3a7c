package io.venta.desktop.connection;

import io.venta.desktop.connection.GatewayConnection.Subscription;
import java.util.ArrayList;
import java.util.List;
import org.springframework.messaging.simp.stomp.StompSession;

/** All that a connection wants to hear, in every session it has. Lives on the loop. */
final class Subscriptions {

    private final Loop loop;
    private final OpenSession session;
    private final MessageDecoder decoder;
    private final List<Topic> topics = new ArrayList<>();

    Subscriptions(Loop loop, OpenSession session, MessageDecoder decoder) {
        this.loop = loop;
        this.session = session;
        this.decoder = decoder;
    }

    /** From now on; any thread may call, and cancel. */
    Subscription add(String destination, TopicListener listener) {
        Topic topic = new Topic(destination, listener, decoder);
        loop.run(
                () -> {
                    topics.add(topic);
                    session.use(topic::subscribe);
                });
        return () -> loop.run(() -> remove(topic));
    }

    /** A session has opened, which hears nothing yet. */
    void openIn(StompSession opened) {
        topics.forEach(topic -> topic.subscribe(opened));
    }

    private void remove(Topic topic) {
        topics.remove(topic);
        session.use(open -> topic.unsubscribe());
    }
}
