package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.ErrorCode;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;

class SessionClosedTests {

    @Test
    void comesBackUnlessItsClientHadEnoughOrIsRefusedForGood() {
        assertThat(SessionClosed.of("s1", CloseStatus.NORMAL))
                .isEqualTo(new SessionClosed("s1", "CLOSED", false));
        assertThat(SessionClosed.of("s1", CloseStatus.GOING_AWAY))
                .isEqualTo(new SessionClosed("s1", "LOST", true));
        assertThat(of(ErrorCode.SLOW_CONSUMER))
                .isEqualTo(new SessionClosed("s1", "SLOW_CONSUMER", true));
        assertThat(of(ErrorCode.SESSION_REVOKED))
                .isEqualTo(new SessionClosed("s1", "SESSION_REVOKED", false));
    }

    private static SessionClosed of(ErrorCode code) {
        return SessionClosed.of("s1", new CloseStatus(code.closeCode(), code.name()));
    }
}
