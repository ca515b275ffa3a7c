package io.venta.server.error;

import io.venta.server.RecordingChannel;

/** Lets tests of other packages see what sessions are answered. */
public final class RecordingReplies {

    private RecordingReplies() {}

    /** Replies that end in a channel. */
    public static SessionReplies over(RecordingChannel channel) {
        return new SessionReplies(channel.template());
    }
}
