package io.venta.desktop.connection;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.venta.desktop.connection.ConnectionState.Connecting;
import io.venta.desktop.connection.ConnectionState.Ended;
import io.venta.desktop.connection.ConnectionState.Live;
import io.venta.desktop.connection.ConnectionState.Offline;
import io.venta.desktop.connection.ConnectionState.Reconnecting;
import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.model.session.Pong;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.messaging.simp.stomp.StompSession;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@link GatewayConnection} by STOMP over a WebSocket.
 *
 * <p>All that changes it runs on one thread of its own, the loop: attempts, endings, subscribing,
 * sending. Messages are decoded and handed on by the socket's thread, so that they keep their
 * order.
 *
 * <p>After a loss it waits by its {@link Backoff} and tries again, for ever; the count of attempts
 * starts anew only when a connection has lived for half a minute, so that a server which accepts
 * and drops is not stormed. It ends where the server's code says not to come back, where the
 * sign-in is refused, and where the token expired and its source has no other.
 */
public final class StompGatewayConnection implements GatewayConnection, StompLink.Owner {

    private static final System.Logger LOG =
            System.getLogger(StompGatewayConnection.class.getName());
    private static final Duration PROBE_INTERVAL = Duration.ofSeconds(10);

    private final Clock clock;
    private final ServerAddress server;
    private final TokenSource tokens;
    private final RetryPlan plan;
    private final String deviceId;
    private final UserApi api;
    private final JsonMapper json = new JsonMapper();
    private final OpenSession session = new OpenSession(json);
    private final MessageDecoder decoder = new MessageDecoder(json);
    private final LatencyProbe probe = new LatencyProbe(System::nanoTime);
    private final ScheduledExecutorService loop =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("gateway").factory());
    private final StompTransport transport = new StompTransport(loop);
    private final List<Consumer<ConnectionState>> listeners = new CopyOnWriteArrayList<>();
    private final List<Topic> topics = new ArrayList<>();

    private volatile ConnectionState state = new Offline();
    private volatile @Nullable String userName;
    private volatile @Nullable String lastToken;
    private @Nullable StompLink link;
    private @Nullable ScheduledFuture<?> retry;

    /**
     * A connection to {@code server} that has not started yet.
     *
     * @param deviceId what this device is called; of two with the same name the older one ends
     */
    public StompGatewayConnection(
            ServerAddress server, TokenSource tokens, Backoff backoff, String deviceId) {
        this(server, tokens, backoff, deviceId, Clock.systemUTC());
    }

    StompGatewayConnection(
            ServerAddress server,
            TokenSource tokens,
            Backoff backoff,
            String deviceId,
            Clock clock) {
        this.clock = clock;
        this.server = server;
        this.deviceId = deviceId;
        this.tokens = tokens;
        this.api = new UserApi(new GatewayApi(server), tokens, () -> lastToken);
        this.plan = new RetryPlan(backoff);
        topics.add(new Topic(Destinations.ERRORS, this::logRefusal, decoder));
        topics.add(new Topic(Destinations.REPLIES, this::measure, decoder));
        var unused =
                loop.scheduleWithFixedDelay(this::ping, 10, PROBE_INTERVAL.toSeconds(), SECONDS);
    }

    @Override
    public void start() {
        onLoop(
                () -> {
                    if (state instanceof Offline) {
                        connect();
                    }
                });
    }

    @Override
    public void retryNow() {
        onLoop(
                () -> {
                    ScheduledFuture<?> waiting = retry;
                    if (state instanceof Reconnecting && waiting != null) {
                        waiting.cancel(false);
                        connect();
                    }
                });
    }

    @Override
    public ConnectionState state() {
        return state;
    }

    @Override
    public Optional<String> userName() {
        return Optional.ofNullable(userName);
    }

    @Override
    public void onState(Consumer<ConnectionState> listener) {
        listeners.add(listener);
    }

    @Override
    public Subscription subscribe(String destination, TopicListener listener) {
        Topic topic = new Topic(destination, listener, decoder);
        onLoop(
                () -> {
                    topics.add(topic);
                    session.use(topic::subscribe);
                });
        return () ->
                onLoop(
                        () -> {
                            topics.remove(topic);
                            session.use(open -> topic.unsubscribe());
                        });
    }

    @Override
    public boolean send(String destination, Object payload) {
        return session.isThere() && onLoop(() -> session.send(destination, payload));
    }

    @Override
    public <T> CompletableFuture<T> ask(String pathAndQuery, Class<T> type) {
        return api.ask(pathAndQuery, type);
    }

    @Override
    public CompletableFuture<Void> post(OutboundRequest request) {
        return api.post(request);
    }

    @Override
    public void close() {
        onLoop(
                () -> {
                    session.use(StompSession::disconnect);
                    link = null;
                    session.set(null);
                    become(new Offline());
                    loop.shutdownNow();
                });
    }

    private void connect() {
        become(new Connecting(plan.lostAt()));
        plan.attempting();
        StompLink attempt = new StompLink(this);
        link = attempt;
        Thread.ofVirtual().name("gateway-token").start(() -> openWithToken(attempt));
    }

    private void openWithToken(StompLink attempt) {
        try {
            String token = tokens.token();
            lastToken = token;
            onLoop(() -> transport.open(server.webSocket(), connectHeaders(token), attempt));
        } catch (RefusedException e) {
            int closeCode = e.code().retryable() ? 0 : ErrorCode.AUTHENTICATION_FAILED.closeCode();
            ended(attempt, new Ending(e.code(), closeCode, e.reason()));
        } catch (IOException e) {
            ended(attempt, new Ending(null, 0, "The server cannot be reached"));
        }
    }

    private StompHeaders connectHeaders(String token) {
        StompHeaders headers = new StompHeaders();
        headers.set("Authorization", "Bearer " + token);
        headers.set("device-id", deviceId);
        headers.set("device-type", "desktop");
        return headers;
    }

    @Override
    public void opened(StompLink opened, StompSession newSession, @Nullable String user) {
        onLoop(
                () -> {
                    if (opened != link) {
                        newSession.disconnect();
                        return;
                    }
                    session.set(newSession);
                    userName = user;
                    plan.opened(clock.instant());
                    probe.reset();
                    session.use(open -> topics.forEach(topic -> topic.subscribe(open)));
                    become(new Live(null));
                    ping();
                });
    }

    @Override
    public void ended(StompLink gone, Ending ending) {
        onLoop(
                () -> {
                    if (gone == link) {
                        link = null;
                        session.set(null);
                        comeBackAfter(ending);
                    }
                });
    }

    private void comeBackAfter(Ending ending) {
        boolean expired = ending.code() == ErrorCode.TOKEN_EXPIRED && !tokens.renews();
        if (expired || !ending.mayReconnect()) {
            become(new Ended(ending.code(), ending.message()));
            return;
        }
        Instant now = clock.instant();
        Reconnecting next = plan.lost(now);
        Duration delay = Duration.between(now, next.at());
        LOG.log(System.Logger.Level.INFO, "{0}; trying again in {1}", ending.message(), delay);
        retry = loop.schedule(this::connect, delay.toMillis(), MILLISECONDS);
        become(next);
    }

    private void ping() {
        if (session.isThere()) {
            probe.next(clock.instant())
                    .ifPresentOrElse(
                            ping -> session.send(Destinations.SESSION_PING, ping),
                            () -> become(new Live(probe.waiting())));
        }
    }

    private void measure(GatewayMessage message) {
        if (message.payload() instanceof Pong pong) {
            probe.answered(pong).ifPresent(latency -> onLoop(() -> live(latency)));
        }
    }

    private void live(Duration latency) {
        if (state instanceof Live) {
            become(new Live(latency));
        }
    }

    private void logRefusal(GatewayMessage message) {
        LOG.log(System.Logger.Level.DEBUG, "The server said {0}", message.payload());
    }

    private void become(ConnectionState next) {
        state = next;
        listeners.forEach(listener -> listener.accept(next));
    }

    private boolean onLoop(Runnable step) {
        try {
            loop.execute(step);
            return true;
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "Already closed");
            return false;
        }
    }
}
