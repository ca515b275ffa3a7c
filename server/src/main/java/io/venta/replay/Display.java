package io.venta.replay;

import java.time.Instant;

/** Tells the user how far the replay is. */
interface Display extends AutoCloseable {

    /** A moment of the recording has been reached; called for each fix. */
    void reached(long line, Instant recorded);

    /** Something to be read, in a line of its own. */
    void say(String line);

    /** The recording begins anew. */
    void startOver();

    @Override
    void close();
}
