package io.venta.server.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.security.messaging.access.intercept.AuthorizationChannelInterceptor;
import org.springframework.security.messaging.context.SecurityContextChannelInterceptor;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.server.RequestUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** The endpoint, and who gets how far: token first, then the policy, before anything is handled. */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.HIGHEST_PRECEDENCE + 99)
class MessageSecurityConfiguration implements WebSocketMessageBrokerConfigurer {

    private final ConnectAuthenticationInterceptor authentication;
    private final MessagePolicy policy;
    private final CsrfTokenRepository csrfTokens;
    private final RequestUpgradeStrategy upgrade;
    private final String[] allowedOrigins;

    MessageSecurityConfiguration(
            ConnectAuthenticationInterceptor authentication,
            MessagePolicy policy,
            CsrfTokenRepository csrfTokens,
            RequestUpgradeStrategy upgrade,
            @Value("${gateway.allowed-origins}") String[] allowedOrigins) {
        this.authentication = authentication;
        this.policy = policy;
        this.csrfTokens = csrfTokens;
        this.upgrade = upgrade;
        this.allowedOrigins = allowedOrigins;
    }

    @Override
    public void registerStompEndpoints(StompEndpointRegistry registry) {
        registry.addEndpoint("/ws")
                .setHandshakeHandler(new DefaultHandshakeHandler(upgrade))
                .setAllowedOrigins(allowedOrigins)
                .addInterceptors(
                        new AllowedOrigins(allowedOrigins),
                        new SessionHandshakeInterceptor(csrfTokens));
    }

    @Override
    public void configureClientInboundChannel(ChannelRegistration registration) {
        registration.interceptors(
                authentication,
                new FrameNamesInterceptor(),
                new SecurityContextChannelInterceptor(),
                new AuthorizationChannelInterceptor(policy));
    }
}
