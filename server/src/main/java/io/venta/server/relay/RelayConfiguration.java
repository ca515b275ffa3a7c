package io.venta.server.relay;

import io.venta.server.error.SessionReplies;
import io.venta.server.session.ClientSockets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.simp.annotation.support.SimpAnnotationMethodMessageHandler;
import org.springframework.messaging.simp.broker.AbstractBrokerMessageHandler;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.messaging.simp.user.UserDestinationMessageHandler;
import org.springframework.messaging.simp.user.UserDestinationResolver;
import org.springframework.messaging.support.AbstractSubscribableChannel;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.DelegatingWebSocketMessageBrokerConfiguration;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketTransportRegistration;
import org.springframework.web.socket.messaging.StompSubProtocolErrorHandler;

/**
 * Spring's STOMP over WebSocket with the relay as its broker.
 *
 * <p>Both client channels run on the calling thread. Inbound that keeps a session's frames in order
 * and has a refusal come after what was asked before it; outbound there is nothing but what Spring
 * itself has to say: the relay writes past it, see {@link Outbox}.
 */
@Configuration(proxyBeanMethods = false)
class RelayConfiguration extends DelegatingWebSocketMessageBrokerConfiguration {

    private final RelaySettings settings;
    private final ClientSockets sockets;
    private final StompSubProtocolErrorHandler errorHandler;
    private final ObjectProvider<ClientSessions> sessions;
    private final SessionReplies replies;

    RelayConfiguration(
            RelaySettings settings,
            ClientSockets sockets,
            @Lazy StompSubProtocolErrorHandler errorHandler,
            ObjectProvider<ClientSessions> sessions,
            @Lazy SessionReplies replies) {
        this.settings = settings;
        this.sockets = sockets;
        this.errorHandler = errorHandler;
        this.sessions = sessions;
        this.replies = replies;
    }

    @Override
    protected void registerStompEndpoints(StompEndpointRegistry registry) {
        super.registerStompEndpoints(registry);
        registry.setErrorHandler(errorHandler);
    }

    @Override
    protected void configureMessageBroker(MessageBrokerRegistry registry) {
        registry.setApplicationDestinationPrefixes("/app");
        super.configureMessageBroker(registry);
    }

    @Override
    protected void configureWebSocketTransport(WebSocketTransportRegistration registration) {
        super.configureWebSocketTransport(registration);
        registration.setMessageSizeLimit((int) settings.maxMessageSize().toBytes());
        registration.addDecoratorFactory(sockets);
    }

    @Override
    protected void configureClientInboundChannel(ChannelRegistration registration) {
        super.configureClientInboundChannel(registration);
        registration.executor(new SyncTaskExecutor());
        registration.interceptors(new SendReceipts(sessions::getObject, replies));
    }

    @Override
    protected void configureClientOutboundChannel(ChannelRegistration registration) {
        super.configureClientOutboundChannel(registration);
        registration.executor(new SyncTaskExecutor());
    }

    @Override
    protected SimpAnnotationMethodMessageHandler createAnnotationMethodMessageHandler(
            AbstractSubscribableChannel clientInboundChannel,
            AbstractSubscribableChannel clientOutboundChannel,
            SimpMessagingTemplate brokerTemplate) {
        var handler =
                new ControllerMessageHandler(
                        clientInboundChannel, clientOutboundChannel, brokerTemplate);
        handler.setPhase(getPhase());
        return handler;
    }

    @Bean
    @Override
    public WebSocketHandler subProtocolWebSocketHandler(
            AbstractSubscribableChannel clientInboundChannel,
            AbstractSubscribableChannel clientOutboundChannel) {
        var handler =
                new ClientProtocolHandler(
                        clientInboundChannel,
                        clientOutboundChannel,
                        (int) settings.maxMessageSize().toBytes());
        handler.setPhase(getPhase());
        return handler;
    }

    /** No broker of Spring's beside the relay. */
    @Bean
    @Override
    public @Nullable AbstractBrokerMessageHandler simpleBrokerMessageHandler(
            AbstractSubscribableChannel clientInboundChannel,
            AbstractSubscribableChannel clientOutboundChannel,
            AbstractSubscribableChannel brokerChannel,
            UserDestinationResolver userDestinationResolver) {
        return null;
    }

    /** The relay knows users and sessions by itself; the handler is there, but hears of nothing. */
    @Bean
    @Override
    public UserDestinationMessageHandler userDestinationMessageHandler(
            AbstractSubscribableChannel clientInboundChannel,
            AbstractSubscribableChannel clientOutboundChannel,
            AbstractSubscribableChannel brokerChannel,
            UserDestinationResolver userDestinationResolver) {
        return new UnusedUserDestinations(
                clientInboundChannel, brokerChannel, userDestinationResolver);
    }
}
