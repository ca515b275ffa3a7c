package io.venta.server.session;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.model.ErrorCode;
import io.venta.server.error.RefusalFigures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.util.unit.DataSize;

/** Sockets of a node without a network: open until they are closed. */
public final class StubClientSockets extends ClientSockets {

    private static final ClientWriter CLOSED = (_, done) -> done.done(false);

    private final Map<String, ClientWriter> open = new ConcurrentHashMap<>();
    private final Map<String, Duration> inactivity = new ConcurrentHashMap<>();
    private final List<String> closed = new CopyOnWriteArrayList<>();

    /** None is open at first. */
    public StubClientSockets() {
        super(
                TestLimits.none(),
                new RefusalFigures(new SimpleMeterRegistry(), System::nanoTime),
                TimeMeter.SYSTEM_NANOTIME,
                new SimpleMeterRegistry(),
                DataSize.ofKilobytes(64));
    }

    /** Opens a socket that takes whatever is written. */
    public void open(String id) {
        open(id, (_, done) -> done.done(true));
    }

    /** Opens a socket. */
    public void open(String id, ClientWriter writer) {
        open.put(id, writer);
    }

    /** Loses a socket without a word. */
    public void lose(String id) {
        open.remove(id);
    }

    /** Has a socket's client do nothing for so long. */
    public void doNothingFor(String id, Duration time) {
        inactivity.put(id, time);
    }

    @Override
    public Duration inactivity(String sessionId) {
        return inactivity.getOrDefault(sessionId, Duration.ZERO);
    }

    /** Those that the server closed: {@code <id> <code>}. */
    public List<String> closed() {
        return closed;
    }

    @Override
    public boolean isOpen(String sessionId) {
        return open.containsKey(sessionId);
    }

    @Override
    public ClientWriter writer(String sessionId) {
        return open.getOrDefault(sessionId, CLOSED);
    }

    @Override
    public void close(String sessionId) {
        open.remove(sessionId);
        closed.add(sessionId + " NORMAL");
    }

    @Override
    public void close(String sessionId, ErrorCode code) {
        open.remove(sessionId);
        closed.add(sessionId + ' ' + code);
    }
}
