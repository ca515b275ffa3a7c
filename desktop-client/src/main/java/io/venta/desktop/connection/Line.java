package io.venta.desktop.connection;

import io.venta.desktop.connection.ConnectionState.Connecting;
import io.venta.desktop.connection.ConnectionState.Ended;
import io.venta.desktop.connection.ConnectionState.Live;
import io.venta.desktop.connection.ConnectionState.Offline;
import io.venta.desktop.connection.ConnectionState.Reconnecting;
import io.venta.model.ErrorCode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.messaging.simp.stomp.StompSession;

/**
 * The line to the server, which comes back by itself: after a loss it waits by its {@link Backoff}
 * and tries again, for ever. It ends where the server's code says not to come back, where the
 * sign-in is refused, and where the token expired and its source has no other. Lives on the loop;
 * any thread may ask for its state.
 */
final class Line implements StompLink.Owner {

    private static final System.Logger LOG = System.getLogger(Line.class.getName());

    /** Hears on the loop when a session opens and is lost, and of signs of life on any thread. */
    interface User {

        void opened(StompSession session, StompHeaders connected);

        void live();

        void lost();

        void heard();
    }

    private final URI url;
    private final String deviceId;
    private final InstantSource clock;
    private final Pace pace;
    private final RetryPlan plan;
    private final Loop loop;
    private final StompTransport transport;
    private final TokenRenewal tokens;
    private final User user;
    private final List<Consumer<ConnectionState>> listeners = new CopyOnWriteArrayList<>();
    private volatile ConnectionState state = new Offline();
    private @Nullable StompLink link;
    private @Nullable ScheduledFuture<?> retry;

    Line(
            ServerAddress server,
            String deviceId,
            InstantSource clock,
            Pace pace,
            Backoff backoff,
            Loop loop,
            TokenRenewal tokens,
            User user) {
        this.url = server.webSocket();
        this.deviceId = deviceId;
        this.clock = clock;
        this.pace = pace;
        this.plan = new RetryPlan(backoff);
        this.loop = loop;
        this.transport = new StompTransport(loop.thread());
        this.tokens = tokens;
        this.user = user;
    }

    ConnectionState state() {
        return state;
    }

    void onState(Consumer<ConnectionState> listener) {
        listeners.add(listener);
    }

    void start() {
        if (state instanceof Offline) {
            connect();
        }
    }

    /** Tries now instead of later. */
    void hurry() {
        ScheduledFuture<?> waiting = retry;
        if (state instanceof Reconnecting && waiting != null) {
            waiting.cancel(false);
            connect();
        }
    }

    /** How long a sign of life took, if there still is one. */
    void measured(Duration latency) {
        if (state instanceof Live) {
            become(new Live(latency));
        }
    }

    /** The line is dead, though nothing says so but its silence. */
    void drop(String why) {
        StompLink dead = link;
        if (dead != null) {
            dead.abandon();
            lost(dead, new Ending(null, 0, why));
        }
    }

    void close() {
        link = null;
        become(new Offline());
    }

    private void connect() {
        become(new Connecting(plan.lostAt()));
        plan.attempting();
        StompLink attempt = new StompLink(this);
        link = attempt;
        Thread.ofVirtual().name("gateway-token").start(() -> openWithToken(attempt));
        var unused =
                loop.after(
                        pace.attempt(),
                        () -> {
                            if (attempt == link && state instanceof Connecting) {
                                drop("The server does not answer");
                            }
                        });
    }

    private void openWithToken(StompLink attempt) {
        try {
            String token = tokens.fetch();
            loop.run(() -> transport.open(url, connectHeaders(token), attempt));
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
    public void opened(StompLink opened, StompSession session, StompHeaders connected) {
        loop.run(
                () -> {
                    if (opened != link) {
                        session.disconnect();
                        return;
                    }
                    plan.opened(clock.instant());
                    user.opened(session, connected);
                    become(new Live(null));
                    user.live();
                });
    }

    @Override
    public void ended(StompLink gone, Ending ending) {
        loop.run(() -> lost(gone, ending));
    }

    @Override
    public void heard() {
        user.heard();
    }

    private void lost(StompLink gone, Ending ending) {
        if (gone == link) {
            link = null;
            user.lost();
            comeBackAfter(ending);
        }
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
        retry = loop.after(delay, this::connect);
        become(next);
    }

    private void become(ConnectionState next) {
        state = next;
        listeners.forEach(listener -> listener.accept(next));
    }
}
