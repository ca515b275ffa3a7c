package io.venta.server.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells clients to come back elsewhere when the node stops.
 *
 * <p>Goes before the web server, which hangs up without a word. Clients have a moment to answer;
 * who does not holds nobody up.
 */
@Component
class SocketDrain implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ClientSockets sockets;
    private volatile boolean running;

    SocketDrain(ClientSockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop(Runnable stopped) {
        running = false;
        var unused =
                sockets.drain()
                        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .whenComplete((done, tooLate) -> stopped.run());
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
