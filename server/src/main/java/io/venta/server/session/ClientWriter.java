package io.venta.server.session;

/** The way out of one WebSocket. Thread-safe; no method ever waits for the client. */
public interface ClientWriter {

    /**
     * Writes text frames in their order; the socket is written to once.
     *
     * <p>One call at a time: the next may come once {@code done} was told.
     */
    void write(TextFrames frames, Done done);

    /** Is told how a write went: on any thread, also before {@link #write} returns. */
    @FunctionalInterface
    interface Done {

        /**
         * Called once for each write.
         *
         * @param written whether the operating system took all of it; otherwise the socket is lost
         */
        void done(boolean written);
    }
}
