package io.venta.replay;

import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.model.location.LocationReport;
import io.venta.model.location.LocationUpdate;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports through the server, in arrays with a receipt each; a few may be under way at a time.
 *
 * <p>A connection that ends is made anew, with a newer token, where its close code invites that;
 * what had no receipt is sent again, which changes nothing where it had arrived. See {@link
 * Parcels} for what the server refuses.
 */
final class StompOutlet implements Outlet, StompLink.Events {

    private static final int UNDER_WAY = 16;
    private static final int RECONNECTS = 12;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final Supplier<String> tokens;
    private final Clock clock;
    private final Parcels parcels;
    private WebSocket socket;
    private @Nullable End end;

    /**
     * Connects.
     *
     * @param server {@code http(s)://…}
     * @param tokens called for each connection
     */
    StompOutlet(URI server, Supplier<String> tokens, Tally tally, Clock clock) {
        this.url = webSocketUrl(server);
        this.tokens = tokens;
        this.clock = clock;
        this.parcels = new Parcels(tally, clock);
        this.socket = connect();
    }

    private static URI webSocketUrl(URI server) {
        var text = server.toString().replaceFirst("^http", "ws");
        return URI.create(text.replaceFirst("/+$", "") + "/ws");
    }

    private WebSocket connect() {
        var connected = StompLink.open(http, url, tokens.get(), this);
        var headers = Map.of("id", "errors", "destination", Destinations.ERRORS);
        StompLink.send(connected, new StompText("SUBSCRIBE", headers, ""));
        return connected;
    }

    @Override
    public int batchSize() {
        return LocationReport.MAX_BATCH;
    }

    @Override
    public void send(List<LocationUpdate> fixes) throws InterruptedException {
        settle(UNDER_WAY - 1);
        dispatch(new Parcels.Parcel(fixes, 1));
    }

    @Override
    public void drain() throws InterruptedException {
        settle(0);
    }

    /** Waits until nothing is to be sent again and no more than so many are under way. */
    private void settle(int allowed) throws InterruptedException {
        while (true) {
            Parcels.Parcel next;
            boolean over;
            synchronized (this) {
                over = end != null;
                next = over ? null : parcels.nextAgain();
                if (!over && next == null) {
                    if (!parcels.hasAgain() && parcels.underWay() <= allowed) {
                        return;
                    }
                    awaitNews();
                }
            }
            if (over) {
                reconnect();
            } else if (next != null) {
                dispatch(next);
            }
        }
    }

    @SuppressWarnings("WaitNotInLoop") // The caller loops.
    private synchronized void awaitNews() throws InterruptedException {
        if (parcels.hasAgain()) {
            wait(Math.max(1, Duration.between(clock.instant(), parcels.resumeAt()).toMillis()));
            return;
        }
        var before = parcels.underWay();
        wait(LONGEST_SILENCE.toMillis());
        if (end == null && !parcels.hasAgain() && before == parcels.underWay()) {
            throw new ReplayFailedException(
                    "The server has taken nothing for %d s".formatted(LONGEST_SILENCE.toSeconds()));
        }
    }

    private void dispatch(Parcels.Parcel parcel) {
        String receipt;
        synchronized (this) {
            receipt = parcels.leaves(parcel);
        }
        var headers =
                Map.of(
                        "destination",
                        Destinations.LOCATION_REPORT,
                        "content-type",
                        "application/json",
                        "receipt",
                        receipt);
        try {
            var body = JSON.writeValueAsString(parcel.fixes());
            StompLink.send(socket, new StompText("SEND", headers, body));
        } catch (CompletionException e) {
            ended(StompLink.BROKEN, "The connection broke: " + e.getCause());
        }
    }

    private void reconnect() throws InterruptedException {
        synchronized (this) {
            if (end != null && !ErrorCode.mayReconnect(end.code())) {
                throw new ReplayFailedException(end.said());
            }
            parcels.lost();
            end = null;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                socket = connect();
                return;
            } catch (ServerUnreachableException e) {
                if (attempt == RECONNECTS) {
                    throw e;
                }
                Thread.sleep(Duration.ofSeconds(Math.min(attempt, 5)));
            }
        }
    }

    @Override
    public synchronized void received(StompText frame) {
        if (frame.command().equals("RECEIPT")) {
            parcels.accepted(frame.headers().getOrDefault("receipt-id", ""));
        } else if ("error".equals(frame.header("type"))) {
            parcels.refused(JSON.readValue(frame.body(), ErrorReply.class));
        }
        notifyAll();
    }

    @Override
    public synchronized void ended(int code, String said) {
        if (end == null) {
            end = new End(code, said);
        }
        notifyAll();
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(gone -> socket).join();
        }
        http.shutdownNow();
    }

    private record End(int code, String said) {}
}
