package io.venta.desktop.connection;

import io.venta.model.Destinations;
import io.venta.model.ErrorReply;
import io.venta.model.session.SessionRefresh;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.messaging.simp.stomp.StompSession;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@link GatewayConnection} by STOMP over a WebSocket.
 *
 * <p>All that changes it runs on one thread of its own, the {@link Loop}: attempts, endings,
 * subscribing, sending. Messages are decoded and handed on by the socket's thread, so that they
 * keep their order.
 *
 * <p>The {@link Line} comes back by itself, at once where the machine woke up or is in another
 * network. A line that is silent is lost too: the {@link Prober} finds it.
 */
public final class StompGatewayConnection implements GatewayConnection {

    private static final System.Logger LOG =
            System.getLogger(StompGatewayConnection.class.getName());

    private final Surroundings surroundings;
    private final JsonMapper json = new JsonMapper();
    private final Loop loop = new Loop();
    private final OpenSession session = new OpenSession(json);
    private final Subscriptions subscriptions =
            new Subscriptions(loop, session, new MessageDecoder(json));
    private final ConnectionQuality quality;
    private final Prober prober;
    private final TokenRenewal renewal;
    private final UserApi api;
    private final OutboundQueue outbound;
    private final Line line;
    private volatile @Nullable String userName;

    /**
     * A connection to {@code server} that has not started yet.
     *
     * @param deviceId what this device is called; of two with the same name the older one ends
     */
    public StompGatewayConnection(
            ServerAddress server, TokenSource tokens, Backoff backoff, String deviceId) {
        this(server, tokens, backoff, deviceId, SteadyClock.start());
    }

    /**
     * The same, by whose pings {@code clock} learns the server's time.
     *
     * @param deviceId what this device is called; of two with the same name the older one ends
     */
    public StompGatewayConnection(
            ServerAddress server,
            TokenSource tokens,
            Backoff backoff,
            String deviceId,
            SteadyClock clock) {
        this(server, tokens, backoff, deviceId, Pace.STANDARD, clock, Surroundings::addresses);
    }

    StompGatewayConnection(
            ServerAddress server,
            TokenSource tokens,
            Backoff backoff,
            String deviceId,
            Pace pace,
            SteadyClock clock,
            Surroundings.Network network) {
        Executor beside = task -> Thread.ofVirtual().name("gateway-beside").start(task);
        this.surroundings = new Surroundings(clock, network);
        this.quality = new ConnectionQuality(clock, System::nanoTime, pace.lost());
        this.prober = new Prober(pace, quality, session, System::nanoTime, this::measured);
        this.renewal = new TokenRenewal(tokens, clock, backoff, loop::run, beside, this::refresh);
        this.api = new UserApi(new GatewayApi(server), renewal);
        this.outbound = new OutboundQueue(api::post, clock, backoff, beside);
        this.line = new Line(server, deviceId, clock, pace, backoff, loop, renewal, new Sessions());
        subscriptions.add(Destinations.ERRORS, this::refused);
        subscriptions.add(Destinations.REPLIES, prober::hear);
        loop.every(pace.tick(), this::tick);
    }

    @Override
    public void start() {
        loop.run(line::start);
    }

    @Override
    public void retryNow() {
        loop.run(line::hurry);
    }

    @Override
    public ConnectionState state() {
        return line.state();
    }

    @Override
    public Optional<String> userName() {
        return Optional.ofNullable(userName);
    }

    @Override
    public void onState(Consumer<ConnectionState> listener) {
        line.onState(listener);
    }

    @Override
    public Subscription subscribe(String destination, TopicListener listener) {
        return subscriptions.add(destination, listener);
    }

    @Override
    public boolean send(String destination, Object payload) {
        return session.isThere() && loop.run(() -> session.send(destination, payload));
    }

    @Override
    public <T> CompletableFuture<T> ask(String pathAndQuery, Class<T> type) {
        return api.ask(pathAndQuery, type);
    }

    @Override
    public CompletableFuture<Void> post(OutboundRequest request) {
        return outbound.add(request);
    }

    @Override
    public OutboundQueue outbound() {
        return outbound;
    }

    @Override
    public QualityReport quality() {
        return quality.report();
    }

    @Override
    public Optional<Duration> signInLeft() {
        return renewal.left();
    }

    @Override
    public CompletableFuture<Void> renewSignIn(String token) {
        return renewal.goOnBy(token);
    }

    @Override
    public void close() {
        outbound.close();
        loop.run(
                () -> {
                    session.use(StompSession::disconnect);
                    session.set(null);
                    renewal.clear();
                    line.close();
                    loop.close();
                });
    }

    private void tick() {
        if (surroundings.haveChanged()) {
            line.hurry();
            prober.doubt();
        }
        outbound.tick();
        if (session.isThere()) {
            renewal.tick();
            if (!prober.tick()) {
                line.drop("Nothing has been heard of the server");
            }
        }
    }

    private CompletableFuture<Void> refresh(String token) {
        return session.request(Destinations.SESSION_REFRESH, new SessionRefresh(token));
    }

    private void measured(Duration latency) {
        loop.run(() -> line.measured(latency));
    }

    private void refused(GatewayMessage message) {
        if (message.payload() instanceof ErrorReply refusal) {
            LOG.log(System.Logger.Level.DEBUG, "The server refused: {0}", refusal);
            session.refused(refusal);
        }
    }

    private static @Nullable Instant moment(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "Not a moment: {0}", text);
            return null;
        }
    }

    /** All that depends on whether a session is open. */
    private final class Sessions implements Line.User {

        @Override
        public void opened(StompSession opened, StompHeaders connected) {
            userName = connected.getFirst("user-name");
            session.set(opened);
            quality.opened(connected.getSession());
            renewal.opened(moment(connected.getFirst("expires-at")));
            session.use(subscriptions::openIn);
        }

        @Override
        public void live() {
            prober.begin();
            outbound.open(true);
        }

        @Override
        public void lost() {
            session.set(null);
            quality.closed();
            outbound.open(false);
        }

        @Override
        public void heard() {
            quality.heard();
        }
    }
}
