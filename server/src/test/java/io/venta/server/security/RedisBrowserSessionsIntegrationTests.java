package io.venta.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import io.venta.model.Role;
import io.venta.server.vendor.TestUsers;
import io.venta.testing.RedisLink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.data.redis.RedisSessionRepository;

/** Browsers' sessions as Spring Session keeps them in Redis. */
class RedisBrowserSessionsIntegrationTests {

    private static final String NAMESPACE = "venta:session";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final RedisLink link = new RedisLink();

    private final StringRedisTemplate redis = link.redis();
    private final SessionRepository<? extends Session> kept = repository();
    private final LocalSignIns node = new LocalSignIns();
    private final BrowserSessions sessions =
            new BrowserSessions(
                    kept,
                    new RedisKeptSessions(redis, NAMESPACE),
                    node.signedIn(),
                    node.endings(),
                    LocalSignIns.SETTINGS,
                    Clock.systemUTC());
    private final Authentication alice = TestUsers.user(Role.CUSTOMER);

    @AfterAll
    static void stop() {
        link.close();
    }

    @BeforeEach
    void empty() {
        link.empty();
    }

    @AfterEach
    void end() {
        sessions.stop();
    }

    @Test
    void endTheSocketsOfThoseThatAreGone() {
        var open = new ArrayList<BrowserSession>();
        for (int i = 0; i < 2 * RedisKeptSessions.TOGETHER + 3; i++) {
            open.add(open());
            node.open("s" + i, alice, open.getLast());
        }
        redis.delete(key(open.get(7)));
        redis.delete(key(open.get(1_001)));

        sessions.look();

        assertThat(node.ended()).containsExactly("s1001 TOKEN_EXPIRED", "s7 TOKEN_EXPIRED");
    }

    @Test
    void areAllGoneWhereRedisHasLostThem() {
        var ids = Set.of("one", "two");

        assertThat(new RedisKeptSessions(redis, NAMESPACE).gone(ids)).isEqualTo(ids);
    }

    @Test
    void goOnFromEachTouch() {
        var browser = open();
        node.open("s1", alice, browser);
        redis.expire(key(browser), Duration.ofSeconds(30));

        for (int i = 0; i < BrowserSessions.LOOKS_BETWEEN_TOUCHES; i++) {
            sessions.look();
        }

        assertThat(redis.getExpire(key(browser))).isBetween(3_590L, 3_600L);
        assertThat(node.ended()).isEmpty();
    }

    @Test
    void goOnByANewerToken() {
        var browser = open();
        var newer = signedInFor(Duration.ofMinutes(10));

        assertThat(sessions.renew(browser, node.open("s1", newer, browser))).isTrue();

        Session renewed = Objects.requireNonNull(kept.findById(browser.id()));
        assertThat(renewed.<SecurityContextImpl>getAttribute(SPRING_SECURITY_CONTEXT_KEY))
                .isEqualTo(new SecurityContextImpl(newer));
        assertThat(redis.getExpire(key(browser))).isBetween(590L, 600L);
    }

    @Test
    void doNotGoOnWhereTheyAreGone() {
        var browser = open();
        var signIn = node.open("s1", alice, browser);
        redis.delete(key(browser));

        assertThat(sessions.renew(browser, signIn)).isFalse();
        assertThat(redis.hasKey(key(browser))).isFalse();
    }

    /** What is left where a session is deleted while a node touches it. */
    @Test
    void areGoneWhereOnlyAPartIsLeft() {
        var browser = open();
        redis.opsForHash().delete(key(browser), "creationTime");

        assertThat(sessions.isAlive(browser)).isFalse();
        assertThat(redis.hasKey(key(browser))).isFalse();
    }

    private BrowserSession open() {
        return open(kept);
    }

    private static <S extends Session> BrowserSession open(SessionRepository<S> kept) {
        var session = kept.createSession();
        session.setMaxInactiveInterval(HOUR);
        kept.save(session);
        return BrowserSession.of(session.getId());
    }

    private static Authentication signedInFor(Duration time) {
        var token = Jwt.withTokenValue("t").header("alg", "HS256").subject("alice");
        return new JwtAuthenticationToken(token.expiresAt(Instant.now().plus(time)).build());
    }

    private static String key(BrowserSession browser) {
        return NAMESPACE + ":sessions:" + browser.id();
    }

    private RedisSessionRepository repository() {
        var template = new RedisTemplate<String, Object>();
        template.setConnectionFactory(redis.getRequiredConnectionFactory());
        template.setKeySerializer(RedisSerializer.string());
        template.setHashKeySerializer(RedisSerializer.string());
        template.afterPropertiesSet();
        var made = new RedisSessionRepository(template);
        made.setRedisKeyNamespace(NAMESPACE);
        return made;
    }
}
