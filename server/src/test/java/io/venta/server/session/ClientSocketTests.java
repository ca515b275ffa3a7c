package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.server.error.FatalErrors;
import io.venta.testing.SettableClock;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;

class ClientSocketTests {

    private final SettableClock clock = new SettableClock();
    private final StubWebSocketSession webSocket = new StubWebSocketSession("s1");
    private final ClientSocket socket = new ClientSocket(webSocket, clock);

    @ParameterizedTest
    @CsvSource({
        "1001, 4012",
        "1002, 4511",
        "1011, 4013",
        "4500, 4011",
        "1000, 1000",
        "1006, 1006",
        "1009, 1009"
    })
    void closesWithTheContractsCodes(int springs, int ours) throws IOException {
        socket.close(new CloseStatus(springs));

        assertThat(webSocket.closes()).extracting(CloseStatus::getCode).containsExactly(ours);
    }

    @Test
    void closesWithTheCodeOfTheErrorThatWasSent() throws IOException {
        FatalErrors.frame(
                "s1", socket.getAttributes(), ErrorReply.of(ErrorCode.TOKEN_EXPIRED, "over"));

        socket.close(CloseStatus.PROTOCOL_ERROR);

        assertThat(webSocket.closes()).containsExactly(new CloseStatus(4001, "TOKEN_EXPIRED"));
    }

    @Test
    void closesWithACodeOfItsOwn() {
        socket.close(ErrorCode.SLOW_CONSUMER);

        assertThat(webSocket.closes()).containsExactly(new CloseStatus(4011, "SLOW_CONSUMER"));
    }

    @Test
    void closesNormallyAfterTheLastWord() {
        socket.closeNormally();

        assertThat(webSocket.closes()).containsExactly(CloseStatus.NORMAL);
    }

    @Test
    void knowsHowLongItHeardNothing() {
        clock.advance(Duration.ofSeconds(9));
        assertThat(socket.silence()).isEqualTo(Duration.ofSeconds(9));

        socket.heard();
        assertThat(socket.silence()).isZero();
    }

    @Test
    void survivesAPingThatFails() {
        socket.ping();
        assertThat(webSocket.sent()).hasOnlyElementsOfType(PingMessage.class).hasSize(1);

        webSocket.breakDown();

        assertThatCode(socket::ping).doesNotThrowAnyException();
    }
}
