package io.venta.server.relay;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a connection says of itself. */
final class RecordingOwner implements UpstreamConnection.Owner {

    private final List<String> events = new ArrayList<>();

    List<String> events() {
        return events;
    }

    @Override
    public void ready(UpstreamConnection connection) {
        events.add("ready");
    }

    @Override
    public void lost(UpstreamConnection connection, String reason, boolean wasReady) {
        events.add((wasReady ? "lost: " : "failed: ") + reason);
    }
}
