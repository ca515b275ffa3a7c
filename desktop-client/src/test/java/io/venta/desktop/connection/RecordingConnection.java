package io.venta.desktop.connection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A connection in the hands of a test, which says what its state is and what comes. */
public final class RecordingConnection implements GatewayConnection {

    private final List<Consumer<ConnectionState>> listeners = new ArrayList<>();
    private final Map<String, List<TopicListener>> topics = new HashMap<>();
    private ConnectionState state = new ConnectionState.Offline();
    private boolean closed;

    /** Another state. */
    public void become(ConnectionState next) {
        state = next;
        List.copyOf(listeners).forEach(listener -> listener.accept(next));
    }

    /** It is live again and subscribes once more. */
    public void subscribeAgain() {
        topics.values().forEach(all -> all.forEach(TopicListener::onSubscribing));
    }

    /** Something comes. */
    public void deliver(String destination, GatewayMessage message) {
        topics.getOrDefault(destination, List.of()).forEach(topic -> topic.onMessage(message));
    }

    /** The retained values have come. */
    public void caughtUp(String destination) {
        topics.getOrDefault(destination, List.of()).forEach(TopicListener::onCaughtUp);
    }

    /** Whether somebody closed it. */
    public boolean closed() {
        return closed;
    }

    @Override
    public void start() {
        become(new ConnectionState.Connecting(null));
    }

    @Override
    public void retryNow() {
        become(new ConnectionState.Connecting(null));
    }

    @Override
    public ConnectionState state() {
        return state;
    }

    @Override
    public Optional<String> userName() {
        return Optional.of("ann");
    }

    @Override
    public void onState(Consumer<ConnectionState> listener) {
        listeners.add(listener);
    }

    @Override
    public Subscription subscribe(String destination, TopicListener listener) {
        topics.computeIfAbsent(destination, none -> new ArrayList<>()).add(listener);
        listener.onSubscribing();
        return () -> topics.getOrDefault(destination, new ArrayList<>()).remove(listener);
    }

    @Override
    public boolean send(String destination, Object payload) {
        return state instanceof ConnectionState.Live;
    }

    @Override
    public void close() {
        closed = true;
        become(new ConnectionState.Offline());
    }
}
