package io.venta.server.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;

/** Browsers' sessions of this process alone; gone with it. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
@Profile("embedded")
class InMemoryBrowserSessions {

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    @Bean
    MapSessionRepository sessionRepository() {
        return new MapSessionRepository(sessions);
    }

    @Scheduled(fixedDelay = 60_000)
    void forgetExpired() {
        sessions.values().removeIf(Session::isExpired);
    }
}
