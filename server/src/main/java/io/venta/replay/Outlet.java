package io.venta.replay;

import io.venta.model.location.LocationUpdate;
import java.util.List;

/**
 * The way that fixes take to the server. Used by one thread.
 *
 * <p>Sending waits while too much is under way. What is refused is told to the {@link Tally}; what
 * ends the connection is a {@link ReplayFailedException}.
 */
interface Outlet extends AutoCloseable {

    /** How many fixes one message may carry. */
    int batchSize();

    void send(List<LocationUpdate> fixes) throws InterruptedException;

    /** Waits until all that was sent is accepted or refused. */
    void drain() throws InterruptedException;

    @Override
    void close();
}
