package io.venta.server.security;

import io.venta.server.vendor.VendorAccess;
import java.time.Clock;
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

    private final TokenVerifier verifier;
    private final VendorAccess access;
    private final CsrfTokenRepository csrfTokens;
    private final RequestUpgradeStrategy upgrade;
    private final Clock clock;
    private final String[] allowedOrigins;

    MessageSecurityConfiguration(
            TokenVerifier verifier,
            VendorAccess access,
            CsrfTokenRepository csrfTokens,
            RequestUpgradeStrategy upgrade,
            Clock clock,
            @Value("${gateway.allowed-origins}") String[] allowedOrigins) {
        this.verifier = verifier;
        this.access = access;
        this.csrfTokens = csrfTokens;
        this.upgrade = upgrade;
        this.clock = clock;
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
                new ConnectAuthenticationInterceptor(verifier, new TokenExpiryValidator(clock)),
                new FrameNamesInterceptor(),
                new SecurityContextChannelInterceptor(),
                new AuthorizationChannelInterceptor(new MessagePolicy(access)));
    }
}
