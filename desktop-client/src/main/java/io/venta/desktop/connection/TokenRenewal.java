package io.venta.desktop.connection;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The token that a connection is signed in with, followed by a newer one before it ends. What fails
 * is tried again with back-off until the end; then the server ends the connection, which comes back
 * with a newer token or not at all. Lives on the loop; any thread may ask for the token and its
 * end. Tokens are kept here, in memory, and nowhere else.
 */
final class TokenRenewal {

    private static final System.Logger LOG = System.getLogger(TokenRenewal.class.getName());

    private final InstantSource serverTime;
    private final Backoff backoff;
    private final Executor loop;
    private final Executor beside;
    private final Function<String, CompletableFuture<Void>> refresh;
    private volatile TokenSource source;
    private volatile @Nullable String token;
    private volatile @Nullable Instant end;
    private volatile boolean failing;
    private Instant since = Instant.MIN;
    private Instant notBefore = Instant.MIN;
    private double jitter;
    private int attempts;
    private boolean busy;

    /**
     * @param serverTime the server's clock: by it a token ends
     * @param beside where to wait for a token
     * @param refresh tells the server of a newer token
     */
    TokenRenewal(
            TokenSource source,
            InstantSource serverTime,
            Backoff backoff,
            Executor loop,
            Executor beside,
            Function<String, CompletableFuture<Void>> refresh) {
        this.source = source;
        this.serverTime = serverTime;
        this.backoff = backoff;
        this.loop = loop;
        this.beside = beside;
        this.refresh = refresh;
    }

    /** A token to connect with; waits. */
    String fetch() throws IOException, RefusedException {
        String fetched = source.token();
        token = fetched;
        return fetched;
    }

    /** The token to ask with at the moment; waits where there has been none yet. */
    String current() throws IOException, RefusedException {
        String known = token;
        return known == null ? source.token() : known;
    }

    boolean renews() {
        return source.renews();
    }

    /**
     * The server let the token in.
     *
     * @param told when the server says it ends, for tokens that do not say so themselves
     */
    void opened(@Nullable Instant told) {
        String let = token;
        if (let != null) {
            counts(let, told);
        }
    }

    /** Lets time pass while a session is open. */
    void tick() {
        Instant ends = end;
        Instant now = serverTime.instant();
        if (busy || ends == null || !source.renews() || now.isBefore(notBefore)) {
            return;
        }
        if (!now.isBefore(TokenLife.due(since, ends, jitter))) {
            busy = true;
            beside.execute(this::renew);
        }
    }

    /**
     * Goes on by a token that the user brought, from now on instead of the source. Fails by {@link
     * RefusedException} where the server does not take it, which changes nothing.
     */
    CompletableFuture<Void> goOnBy(String brought) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.execute(
                () -> {
                    var unused =
                            refresh.apply(brought)
                                    .whenComplete(
                                            (taken, failure) ->
                                                    loop.execute(
                                                            () -> settle(brought, failure, done)));
                });
        return done;
    }

    /** How long until the sign-in ends, where nothing is known to renew it before. */
    Optional<Duration> left() {
        Instant ends = end;
        return ends == null || (source.renews() && !failing)
                ? Optional.empty()
                : Optional.of(Duration.between(serverTime.instant(), ends));
    }

    /** Forgets the token. */
    void clear() {
        token = null;
        end = null;
    }

    private void renew() {
        try {
            String newer = source.token();
            loop.execute(() -> offer(newer));
        } catch (IOException | RefusedException e) {
            loop.execute(() -> failed(e));
        }
    }

    private void offer(String newer) {
        var unused =
                refresh.apply(newer)
                        .whenComplete(
                                (taken, failure) ->
                                        loop.execute(
                                                () -> {
                                                    if (failure == null) {
                                                        counts(newer, end);
                                                    } else {
                                                        failed(failure);
                                                    }
                                                }));
    }

    private void settle(String brought, @Nullable Throwable failure, CompletableFuture<Void> done) {
        if (failure == null) {
            source = TokenSource.fixed(brought);
            counts(brought, end);
            done.complete(null);
        } else {
            done.completeExceptionally(cause(failure));
        }
    }

    private void counts(String let, @Nullable Instant told) {
        token = let;
        end = TokenLife.end(let).orElse(told);
        since = serverTime.instant();
        notBefore = since.plusSeconds(1);
        jitter = backoff.random().nextDouble();
        attempts = 0;
        failing = false;
        busy = false;
    }

    private void failed(Throwable failure) {
        busy = false;
        failing = true;
        attempts++;
        notBefore = serverTime.instant().plus(backoff.delay(attempts));
        LOG.log(
                System.Logger.Level.INFO,
                "The sign-in could not be renewed: {0}; trying again",
                cause(failure).getMessage());
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
