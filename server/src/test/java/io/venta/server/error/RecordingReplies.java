package io.venta.server.error;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.server.RecordingChannel;
import java.util.List;

/** Lets tests of other packages see what sessions are answered. */
public final class RecordingReplies {

    private RecordingReplies() {}

    /** Replies that end in a channel. */
    public static SessionReplies over(RecordingChannel channel) {
        var figures = new RefusalFigures(new SimpleMeterRegistry());
        return new SessionReplies(channel.template(), figures, List.of());
    }
}
