package io.venta.server.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.SessionReplies;
import io.venta.server.session.ClientSockets;
import io.venta.server.topic.LiveTopic;
import io.venta.server.topic.NodeListener;
import io.venta.server.topic.ServiceEvents;
import io.venta.server.topic.SubscriptionCounts;
import io.venta.server.topic.TopicPolicy;
import io.venta.server.topic.UpstreamListener;
import io.venta.server.topic.UserFeed;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.SubscribableChannel;

/** How the relay is put together; the profiles differ in upstream alone. */
@Configuration(proxyBeanMethods = false)
class RelayBeans {

    @Bean
    RelayMessageHandler relayMessageHandler(
            @Qualifier("clientInboundChannel") SubscribableChannel inbound,
            @Qualifier("clientOutboundChannel") MessageChannel outbound,
            @Qualifier("brokerChannel") SubscribableChannel brokerChannel,
            ClientFrames clientFrames,
            Publisher publisher,
            UpstreamLink link) {
        var handler =
                new RelayMessageHandler(
                        inbound, outbound, brokerChannel, clientFrames, publisher, link);
        // It takes an interceptor from the channel when it stops: once the sockets are closed.
        handler.setPhase(SmartLifecycle.DEFAULT_PHASE - 1);
        return handler;
    }

    /** One thread a core in all: the one that hears, and helpers where there is much to write. */
    @Bean(destroyMethod = "stop")
    Lanes lanes() {
        return new Lanes(Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 8));
    }

    @Bean
    RelayFigures relayFigures(MeterRegistry meters) {
        return new RelayFigures(meters);
    }

    @Bean(destroyMethod = "stop")
    Conflation conflation(Lanes lanes, RelayFigures figures) {
        return new Conflation(lanes, figures);
    }

    @Bean
    Topics topics(
            List<TopicPolicy> policies, Queues queues, RetentionSettings settings, Lanes lanes) {
        return new Topics(policies, queues, settings.maxVendors(), lanes);
    }

    @Bean
    Queues queues(List<LiveTopic> live) {
        return new Queues(live);
    }

    @Bean
    ClientSessions clientSessions(
            Topics topics, ClientSockets sockets, Clock clock, ApplicationEventPublisher events) {
        return new ClientSessions(topics, sockets, clock, events);
    }

    @Bean
    ClientFrames clientFrames(
            Topics topics,
            Feeds feeds,
            ClientSessions sessions,
            ClientSockets sockets,
            Conflation conflation,
            RelayFigures figures,
            RelaySettings settings,
            ApplicationEventPublisher events) {
        return new ClientFrames(
                topics, feeds, sessions, sockets, conflation, figures, settings, events);
    }

    @Bean
    Publisher publisher(
            Topics topics,
            Queues queues,
            ClientSessions sessions,
            Upstream upstream,
            JsonPayloads payloads,
            Lanes lanes) {
        return new Publisher(topics, queues, sessions, upstream, payloads, lanes);
    }

    @Bean
    SubscriptionCounts subscriptionCounts(ClientSessions sessions) {
        return new SessionSubscriptionCounts(sessions);
    }

    @Bean
    ServiceEvents serviceEvents(Upstream upstream) {
        return new UpstreamServiceEvents(upstream);
    }

    @Bean
    @Profile("embedded")
    Upstream loopbackUpstream() {
        return new LoopbackUpstream();
    }

    @Bean
    @Profile("production")
    StompUpstream stompUpstream(
            UpstreamSettings settings,
            List<TopicPolicy> policies,
            List<UpstreamListener> listeners,
            Nodes nodes) {
        return new StompUpstream(settings, policies, listeners, nodes);
    }

    @Bean
    @Profile("production")
    UpstreamMetrics upstreamMetrics(StompUpstream upstream, Nodes nodes) {
        return new UpstreamMetrics(upstream, nodes);
    }

    @Bean
    Nodes nodes(Clock clock) {
        return new Nodes(clock);
    }

    @Bean
    Feeds feeds(
            UserFeed feed, Topics topics, ClientSessions sessions, Upstream upstream, Lanes lanes) {
        return new Feeds(feed, topics, sessions, upstream, lanes);
    }

    @Bean
    UpstreamLink upstreamLink(
            Topics topics,
            Feeds feeds,
            List<UpstreamListener> listeners,
            List<NodeListener> nodeListeners,
            Upstream upstream,
            LastKnownLoader loader,
            LastKnownWriter writer,
            OutageAnnouncer announcer,
            Lanes lanes,
            MeterRegistry meters,
            ApplicationEventPublisher events,
            Clock clock) {
        var deadLetters = new DeadLetters(upstream, clock);
        var arrivals =
                new Arrivals(
                        topics,
                        feeds,
                        writer,
                        listeners,
                        nodeListeners,
                        deadLetters,
                        lanes,
                        meters,
                        clock);
        return new UpstreamLink(upstream, arrivals, loader, writer, announcer, events);
    }

    @Bean
    RenewedSessions renewedSessions(
            ClientSessions sessions, Topics topics, SessionReplies replies) {
        return new RenewedSessions(sessions, topics, replies);
    }

    @Bean
    OutageAnnouncer outageAnnouncer(ClientSessions sessions, SessionReplies replies) {
        return new OutageAnnouncer(sessions, replies);
    }

    @Bean
    RelayMetrics relayMetrics(Topics topics, ClientSessions sessions, Upstream upstream) {
        return new RelayMetrics(topics, sessions, upstream);
    }
}
