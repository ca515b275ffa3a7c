package io.venta.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.ErrorCode;
import io.venta.model.Role;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.vendor.TestUsers;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.Authentication;

class BrowserSessionsTests {

    private final LocalSignIns node = new LocalSignIns();
    private final BrowserSessions sessions = node.browserSessions();
    private final Authentication alice = TestUsers.user(Role.CUSTOMER);

    @AfterEach
    void stop() {
        sessions.stop();
    }

    @Test
    void endsTheSocketsOfASessionThatIsSignedOut() {
        var request = requestWithSession();
        var browser = BrowserSession.of(Objects.requireNonNull(request.getSession()).getId());
        node.open("s1", alice, browser);
        node.open("s2", alice, node.openBrowser());
        node.open("s3", alice);

        sessions.end(request);

        assertThat(node.ended()).containsExactly("s1 SESSION_REVOKED");
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void signsOutWhereOtherNodesCannotBeTold() {
        var request = requestWithSession();
        var browser = BrowserSession.of(Objects.requireNonNull(request.getSession()).getId());
        node.open("s1", alice, browser);
        node.loseUpstream(new RejectedMessageException(ErrorCode.SERVICE_DEGRADED, "away"));

        sessions.end(request);

        assertThat(node.ended()).containsExactly("s1 SESSION_REVOKED");
    }

    @Test
    void hasNothingToDoWithoutASession() {
        sessions.end(new MockHttpServletRequest());

        assertThat(node.events()).isEmpty();
    }

    @Test
    void keepsASessionAliveWhileASocketIsOpen() {
        var used = node.openBrowser();
        var idle = node.openBrowser();
        node.open("s1", alice, used);
        node.clock().advance(Duration.ofMinutes(5));

        for (int i = 0; i < BrowserSessions.LOOKS_BETWEEN_TOUCHES; i++) {
            sessions.look();
        }

        assertThat(accessed(used)).isEqualTo(node.clock().instant());
        assertThat(accessed(idle)).isNotEqualTo(node.clock().instant());
        assertThat(node.ended()).isEmpty();
    }

    @Test
    void endsSocketsWhoseSessionIsGone() {
        var gone = node.openBrowser();
        node.open("s1", alice, gone);
        node.open("s2", alice, node.openBrowser());
        node.open("s3", alice);
        node.deleteBrowser(gone);

        sessions.look();

        assertThat(node.ended()).containsExactly("s1 TOKEN_EXPIRED");
    }

    @Test
    void leavesSocketsAloneWhileTheStoreIsAway() {
        node.open("s1", alice, node.openBrowser());
        node.loseBrowsers(new RedisConnectionFailureException("away"));

        assertThatExceptionOfType(RedisConnectionFailureException.class).isThrownBy(sessions::look);

        assertThat(node.ended()).isEmpty();
    }

    @Test
    void letsASessionLieIdleForAnHourButNotBeyondItsToken() {
        assertThat(sessions.idle(at(Duration.ofHours(9)))).isEqualTo(Duration.ofHours(1));
        assertThat(sessions.idle(at(Duration.ofMinutes(9)))).isEqualTo(Duration.ofMinutes(9));
        assertThat(sessions.idle(at(Duration.ofMinutes(-1)))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void tellsNoLogAndNoNodeTheIdInTheCookie() {
        var browser = node.openBrowser();

        assertThat(browser.toString()).doesNotContain(browser.id());
        assertThat(SessionEnding.of(browser).toString()).doesNotContain(browser.id());
    }

    private Instant accessed(BrowserSession browser) {
        return Objects.requireNonNull(node.browser(browser)).getLastAccessedTime();
    }

    private static Instant at(Duration later) {
        return SettableClock.START.plus(later);
    }

    private static MockHttpServletRequest requestWithSession() {
        var request = new MockHttpServletRequest();
        request.setSession(new MockHttpSession());
        return request;
    }
}
