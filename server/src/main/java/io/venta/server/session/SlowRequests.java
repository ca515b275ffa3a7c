package io.venta.server.session;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Closes HTTP connections whose client takes for ever to say what it wants: a byte now and then
 * keeps Jetty's own idle time-out from passing.
 *
 * <p>A connection is let be while requests begin and end on it, or something is sent to it.
 * Thread-safe.
 */
@Component
final class SlowRequests implements Connection.Listener {

    /** A little more than Jetty lets a connection be idle. */
    static final Duration BETWEEN = Duration.ofSeconds(40);

    private final ConcurrentMap<Connection, Progress> open = new ConcurrentHashMap<>();
    private final Duration connectTimeout;
    private final TimeMeter time;

    SlowRequests(ConnectionSettings settings, TimeMeter time) {
        this.connectTimeout = settings.connectTimeout();
        this.time = time;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection) {
            watch(connection);
        }
    }

    void watch(Connection connection) {
        open.put(connection, Progress.of(connection, time.currentTimeNanos()));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    @Scheduled(fixedDelay = 1_000)
    void closeTheSlow() {
        var now = time.currentTimeNanos();
        open.forEach(
                (connection, before) -> {
                    var progress = Progress.of(connection, now);
                    if (!progress.isSameAs(before)) {
                        open.replace(connection, before, progress);
                    } else if (now - before.since() >= patience(before).toNanos()) {
                        connection.getEndPoint().close();
                    }
                });
    }

    private Duration patience(Progress progress) {
        return progress.begun() == 0 ? connectTimeout : BETWEEN;
    }

    private record Progress(long begun, long ended, long sent, long since) {

        static Progress of(Connection connection, long now) {
            return new Progress(
                    connection.getMessagesIn(),
                    connection.getMessagesOut(),
                    connection.getBytesOut(),
                    now);
        }

        boolean isSameAs(Progress other) {
            return begun == other.begun && ended == other.ended && sent == other.sent;
        }
    }
}
