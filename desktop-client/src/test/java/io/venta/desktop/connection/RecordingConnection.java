package io.venta.desktop.connection;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection in the hands of a test, which says what its state is and what comes. */
public final class RecordingConnection implements GatewayConnection {

    private final List<Consumer<ConnectionState>> listeners = new ArrayList<>();
    private final Map<String, List<TopicListener>> topics = new HashMap<>();
    private ConnectionState state = new ConnectionState.Offline();
    private final List<Sent> sent = new ArrayList<>();
    private final Map<String, Object> answers = new HashMap<>();
    private final Map<String, Object> answersByPath = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<OutboundRequest> posted = new ArrayList<>();
    private final List<String> renewals = new ArrayList<>();
    private final OutboundQueue outbound;
    private QualityReport quality = new QualityReport(List.of(), null, null, null, null, 0, null);
    private @Nullable Duration signInLeft;
    private @Nullable RefusedException refusal;
    private boolean closed;

    /** In the present. */
    public RecordingConnection() {
        this(Clock.systemUTC());
    }

    /** In the time of {@code clock}. */
    public RecordingConnection(InstantSource clock) {
        outbound = new OutboundQueue(request -> {}, clock, Backoff.standard(), Runnable::run);
    }

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

    /**
     * From now on the answer to a question, or to what is posted there; what has none fails, what
     * is posted is taken. A {@link CompletableFuture} answers as it becomes done.
     */
    public void answer(String pathAndQuery, Object answer) {
        answers.put(pathAndQuery, answer);
    }

    /** From now on the answer to a path, whatever its query asks for. */
    public void answerAll(String path, Object answer) {
        answersByPath.put(path, answer);
    }

    /** All questions, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** All that was posted, in order. */
    public List<OutboundRequest> posted() {
        return List.copyOf(posted);
    }

    /** Something was posted that the server has not taken. */
    public CompletableFuture<Void> waits(OutboundRequest request) {
        return outbound.add(request);
    }

    /** How good it was. */
    public void measured(QualityReport report) {
        quality = report;
    }

    /** The sign-in ends. */
    public void signInEndsIn(Duration left) {
        signInLeft = left;
    }

    /** Tokens are refused from now on. */
    public void refuseTokens(RefusedException why) {
        refusal = why;
    }

    /** Tokens that the user brought. */
    public List<String> renewals() {
        return List.copyOf(renewals);
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
        Object answer = answers.getOrDefault(pathAndQuery, answerByPath(pathAndQuery));
        if (answer instanceof CompletableFuture<?> coming) {
            return coming.thenApply(type::cast);
        }
        return answer == null
                ? CompletableFuture.failedFuture(new IOException("No answer to " + pathAndQuery))
                : CompletableFuture.completedFuture(type.cast(answer));
    }

    private @Nullable Object answerByPath(String pathAndQuery) {
        return answersByPath.get(pathAndQuery.replaceFirst("[?].*", ""));
    }

    @Override
    public CompletableFuture<Void> post(OutboundRequest request) {
        posted.add(request);
        return answers.get(request.path()) instanceof CompletableFuture<?> coming
                ? coming.thenAccept(taken -> {})
                : CompletableFuture.completedFuture(null);
    }

    @Override
    public OutboundQueue outbound() {
        return outbound;
    }

    @Override
    public QualityReport quality() {
        return quality;
    }

    @Override
    public Optional<Duration> signInLeft() {
        return Optional.ofNullable(signInLeft);
    }

    @Override
    public CompletableFuture<Void> renewSignIn(String token) {
        if (refusal != null) {
            return CompletableFuture.failedFuture(refusal);
        }
        renewals.add(token);
        signInLeft = null;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        closed = true;
        become(new ConnectionState.Offline());
    }
}
