package io.venta.server.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * What a WebSocket's handshake passes: nothing but the filters that say whose session's cookie came
 * with it. Who it lets in, CONNECT decides; headers for pages, sign-in and error pages are not for
 * it, and thousands of clients that come back at once pay for each filter.
 */
@Configuration(proxyBeanMethods = false)
class HandshakeSecurityConfiguration {

    /** One for each filter of each request, at which nobody looks. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(0)
    SecurityFilterChain handshakes(
            HttpSecurity http, HttpSessionSecurityContextRepository sessions) {
        return http.securityMatcher("/ws")
                .securityContext(context -> context.securityContextRepository(sessions))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .build();
    }
}
