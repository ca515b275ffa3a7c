package io.venta.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Role;
import io.venta.server.vendor.TestUsers;
import io.venta.testing.SettableClock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

class ExpiredSessionFilterTests {

    private final SettableClock clock = new SettableClock();
    private final ExpiredSessionFilter filter =
            new ExpiredSessionFilter(new TokenExpiryValidator(clock));
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockFilterChain chain = new MockFilterChain();

    @BeforeEach
    void signIn() {
        request.getSession(true);
        SecurityContextHolder.getContext().setAuthentication(TestUsers.user(Role.CUSTOMER));
    }

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void leavesASessionAloneWhileItsTokenLasts() throws Exception {
        clock.advance(Duration.ofMinutes(61));

        assertThat(userAfterFilter()).isNotNull();
        assertThat(request.getSession(false)).isNotNull();
    }

    @Test
    void endsASessionWithItsToken() throws Exception {
        clock.advance(Duration.ofSeconds(3_661));

        assertThat(userAfterFilter()).isNull();
        assertThat(request.getSession(false)).isNull();
        assertThat(chain.getRequest()).isNotNull();
    }

    @Test
    void leavesStrangersAlone() throws Exception {
        SecurityContextHolder.clearContext();

        assertThat(userAfterFilter()).isNull();
        assertThat(request.getSession(false)).isNotNull();
    }

    private @Nullable Authentication userAfterFilter() throws Exception {
        filter.doFilter(request, new MockHttpServletResponse(), chain);
        return SecurityContextHolder.getContext().getAuthentication();
    }
}
