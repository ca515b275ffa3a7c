package io.venta.server.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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

    @Bean
    KeptSessions keptSessions() {
        return ids -> ids.stream().filter(this::isGone).collect(Collectors.toSet());
    }

    private boolean isGone(String id) {
        var session = sessions.get(id);
        return session == null || session.isExpired();
    }

    @Scheduled(fixedDelay = 60_000)
    void forgetExpired() {
        sessions.values().removeIf(Session::isExpired);
    }
}
