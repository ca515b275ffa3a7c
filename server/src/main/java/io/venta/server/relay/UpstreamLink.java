package io.venta.server.relay;

import io.venta.server.session.MessagesMissed;
import org.springframework.context.ApplicationEventPublisher;

/** What runs behind the subscriptions: hearing, and the last known values that back it up. */
final class UpstreamLink implements Upstream.Observer {

    private final Upstream upstream;
    private final Arrivals arrivals;
    private final LastKnownLoader loader;
    private final LastKnownWriter writer;
    private final OutageAnnouncer announcer;
    private final ApplicationEventPublisher events;

    UpstreamLink(
            Upstream upstream,
            Arrivals arrivals,
            LastKnownLoader loader,
            LastKnownWriter writer,
            OutageAnnouncer announcer,
            ApplicationEventPublisher events) {
        this.upstream = upstream;
        this.arrivals = arrivals;
        this.loader = loader;
        this.writer = writer;
        this.announcer = announcer;
        this.events = events;
    }

    /** Begins all of it and waits for none: clients may come, and hear what is read when it is. */
    void start() {
        writer.start();
        loader.load();
        announcer.lost();
        upstream.start(arrivals, this);
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
        missed();
        announcer.restored();
    }

    @Override
    public void lost() {
        announcer.lost();
    }

    @Override
    public void missed() {
        loader.load();
        events.publishEvent(new MessagesMissed());
    }
}
