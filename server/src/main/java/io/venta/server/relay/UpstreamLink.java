package io.venta.server.relay;

import io.venta.server.topic.UpstreamListener;
import java.util.ArrayList;
import java.util.List;

/** What runs behind the subscriptions: hearing, and the last known values that back it up. */
final class UpstreamLink implements Upstream.Observer {

    private final Topics topics;
    private final List<UpstreamListener> listeners;
    private final Upstream upstream;
    private final Arrivals arrivals;
    private final LastKnownLoader loader;
    private final LastKnownWriter writer;
    private final OutageAnnouncer announcer;

    UpstreamLink(
            Topics topics,
            List<UpstreamListener> listeners,
            Upstream upstream,
            Arrivals arrivals,
            LastKnownLoader loader,
            LastKnownWriter writer,
            OutageAnnouncer announcer) {
        this.topics = topics;
        this.listeners = listeners;
        this.upstream = upstream;
        this.arrivals = arrivals;
        this.loader = loader;
        this.writer = writer;
        this.announcer = announcer;
    }

    void start() {
        writer.start();
        loader.loadFirst();
        announcer.lost();
        upstream.start(destinations(), arrivals, this);
    }

    void stop() {
        loader.stop();
        upstream.stop();
        writer.stop();
    }

    /** Tells a session that listens for errors from now on how things stand. */
    void tell(String sessionId) {
        announcer.subscribed(sessionId);
    }

    @Override
    public void connected() {
        loader.load();
        announcer.restored();
    }

    @Override
    public void lost() {
        announcer.lost();
    }

    /** Few, and fixed: each is a queue at the broker. */
    private List<String> destinations() {
        var destinations = new ArrayList<String>();
        topics.policies().forEach(policy -> destinations.add(policy.destination("*")));
        listeners.forEach(
                listener ->
                        destinations.add(
                                "/exchange/" + listener.exchange() + '/' + listener.pattern()));
        destinations.add(Arrivals.REMOVED + "*.*");
        return destinations;
    }
}
