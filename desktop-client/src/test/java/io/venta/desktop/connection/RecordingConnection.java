package io.venta.desktop.connection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A connection in the hands of a test, which says what its state is and what comes. */
public final class RecordingConnection implements GatewayConnection {

    private final List<Consumer<ConnectionState>> listeners = new ArrayList<>();
    private final Map<String, List<TopicListener>> topics = new HashMap<>();
    private ConnectionState state = new ConnectionState.Offline();
    private final List<Sent> sent = new ArrayList<>();
    private final Map<String, Object> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<OutboundRequest> posted = new ArrayList<>();
    private boolean closed;

    /** Something that was sent while live. */
    public record Sent(String destination, Object payload) {}

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

    /** What was sent to a destination, in order. */
    public List<Object> sent(String destination) {
        return sent.stream()
                .filter(each -> each.destination().equals(destination))
                .map(Sent::payload)
                .toList();
    }

    /** Whether somebody is subscribed. */
    public boolean hears(String destination) {
        return !topics.getOrDefault(destination, List.of()).isEmpty();
    }

    /** From now on the answer to a question; what has none fails. */
    public void answer(String pathAndQuery, Object answer) {
        answers.put(pathAndQuery, answer);
    }

    /** All questions, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** All that was posted, in order. */
    public List<OutboundRequest> posted() {
        return List.copyOf(posted);
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
        boolean live = state instanceof ConnectionState.Live;
        if (live) {
            sent.add(new Sent(destination, payload));
        }
        return live;
    }

    @Override
    public <T> CompletableFuture<T> ask(String pathAndQuery, Class<T> type) {
        asked.add(pathAndQuery);
        Object answer = answers.get(pathAndQuery);
        return answer == null
                ? CompletableFuture.failedFuture(new IOException("No answer to " + pathAndQuery))
                : CompletableFuture.completedFuture(type.cast(answer));
    }

    @Override
    public CompletableFuture<Void> post(OutboundRequest request) {
        posted.add(request);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        closed = true;
        become(new ConnectionState.Offline());
    }
}
