package io.venta.server.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.SessionReplies;
import io.venta.server.session.ClientSockets;
import io.venta.server.topic.LastKnownValues;
import io.venta.server.topic.TopicPolicy;
import io.venta.server.topic.UpstreamListener;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
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

    @Bean
    Topics topics(List<TopicPolicy> policies) {
        return new Topics(policies);
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
            RelaySettings settings,
            Clock clock,
            @Lazy @Qualifier("clientOutboundChannel") MessageChannel outbound) {
        return new ClientFrames(topics, sessions, sockets, settings, clock, outbound);
    }

    @Bean
    Publisher publisher(
            Topics topics, ClientSessions sessions, Upstream upstream, JsonPayloads payloads) {
        return new Publisher(topics, sessions, upstream, payloads);
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
    LastKnownWriter lastKnownWriter(LastKnownValues store) {
        return new LastKnownWriter(store);
    }

    @Bean
    UpstreamLink upstreamLink(
            Topics topics,
            List<UpstreamListener> listeners,
            Upstream upstream,
            LastKnownValues store,
            LastKnownWriter writer,
            OutageAnnouncer announcer,
            MeterRegistry meters,
            Clock clock) {
        var arrivals =
                new Arrivals(topics, writer, listeners, new DeadLetters(upstream, clock), meters);
        var loader = new LastKnownLoader(store, topics);
        return new UpstreamLink(upstream, arrivals, loader, writer, announcer);
    }

    @Bean
    OutageAnnouncer outageAnnouncer(ClientSessions sessions, SessionReplies replies) {
        return new OutageAnnouncer(sessions, replies);
    }

    @Bean
    RelayMetrics relayMetrics(
            Topics topics, ClientSessions sessions, Upstream upstream, LastKnownWriter writer) {
        return new RelayMetrics(topics, sessions, upstream, writer);
    }
}
