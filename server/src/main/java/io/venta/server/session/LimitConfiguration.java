package io.venta.server.session;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

/** Where frames are counted: before and behind those who ask for token and right. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    private static final int SECURITY = Ordered.HIGHEST_PRECEDENCE + 99;

    /** Of limits and sockets; steady, also while the system's clock is set. */
    @Bean
    TimeMeter limitTime() {
        return TimeMeter.SYSTEM_NANOTIME;
    }

    /** A node alone has nobody to count with. */
    @Bean
    @Profile("embedded")
    SharedRates ownRates() {
        return (_, _) -> CompletableFuture.completedStage(Duration.ZERO);
    }

    @Bean
    @Profile("embedded")
    SharedCounts ownCounts() {
        return (_, own) -> CompletableFuture.completedStage(own);
    }

    @Bean
    @Order(SECURITY - 1)
    WebSocketMessageBrokerConfigurer arrivingFrames(ClientSockets sockets, AddressLimits limits) {
        return with(new ArrivingFrames(sockets, limits.failedSignIns()));
    }

    @Bean
    @Order(SECURITY + 1)
    WebSocketMessageBrokerConfigurer allowedFrames(
            ClientSockets sockets, ConnectionLimits connections, EventBudget events) {
        return with(new AllowedFrames(sockets, connections, events));
    }

    private static WebSocketMessageBrokerConfigurer with(ChannelInterceptor interceptor) {
        return new WebSocketMessageBrokerConfigurer() {
            @Override
            public void configureClientInboundChannel(ChannelRegistration registration) {
                registration.interceptors(interceptor);
            }
        };
    }
}
