package io.venta.server.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.SessionReplies;
import io.venta.server.session.ClientSockets;
import io.venta.server.topic.NodeListener;
import io.venta.server.topic.TopicPolicy;
import io.venta.server.topic.UpstreamListener;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
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
        return new RelayMessageHandler(
                inbound, outbound, brokerChannel, clientFrames, publisher, link);
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
    Topics topics(List<TopicPolicy> policies, RetentionSettings settings, Lanes lanes) {
        return new Topics(policies, settings.maxVendors(), lanes);
    }

    @Bean
    ClientSessions clientSessions(Topics topics, ClientSockets sockets, Clock clock) {
        return new ClientSessions(topics, sockets, clock);
    }

    @Bean
    ClientFrames clientFrames(
            Topics topics,
            ClientSessions sessions,
            ClientSockets sockets,
            Conflation conflation,
            RelayFigures figures,
            RelaySettings settings) {
        return new ClientFrames(topics, sessions, sockets, conflation, figures, settings);
    }

    @Bean
    Publisher publisher(
            Topics topics,
            ClientSessions sessions,
            Upstream upstream,
            JsonPayloads payloads,
            Lanes lanes) {
        return new Publisher(topics, sessions, upstream, payloads, lanes);
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
    UpstreamLink upstreamLink(
            Topics topics,
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
