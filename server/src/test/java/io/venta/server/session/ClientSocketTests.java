package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.server.error.FatalErrors;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.socket.CloseStatus;

class ClientSocketTests {

    private final SettableTime time = new SettableTime();
    private final StubWebSocketSession webSocket = new StubWebSocketSession("s1");
    private final ClientSocket socket =
            new ClientSocket(webSocket, new Conduct(TestLimits.NO_RATES, time), time);

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
    void closesWithTheContractsCodes(int springs, int ours) {
        socket.close(new CloseStatus(springs));

        assertThat(webSocket.closes()).extracting(CloseStatus::getCode).containsExactly(ours);
    }

    @Test
    void closesWithTheCodeOfTheErrorThatWasSent() {
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
        socket.close();

        assertThat(webSocket.closes()).containsExactly(CloseStatus.NORMAL);
    }

    @Test
    void closesOnce() {
        assertThat(socket.isClosing()).isFalse();

        socket.close(ErrorCode.SLOW_CONSUMER);
        socket.close(ErrorCode.TOKEN_EXPIRED);
        socket.close();

        assertThat(socket.isClosing()).isTrue();
        assertThat(webSocket.closes()).extracting(CloseStatus::getCode).containsExactly(4011);
    }

    @Test
    void isCutWhereTheCloseIsNotAnswered() {
        time.advance(Duration.ofHours(1));
        socket.cutIfUnanswered();
        assertThat(webSocket.jetty().isCut()).as("never closed").isFalse();

        socket.close(ErrorCode.SLOW_CONSUMER);
        time.advance(Duration.ofMillis(4_999));
        socket.cutIfUnanswered();
        assertThat(webSocket.jetty().isCut()).as("too early").isFalse();

        time.advance(Duration.ofMillis(1));
        socket.cutIfUnanswered();
        assertThat(webSocket.jetty().isCut()).as("in time").isTrue();
    }

    @Test
    void knowsHowLongItHeardNothing() {
        time.advance(Duration.ofSeconds(9));
        assertThat(socket.silence()).isEqualTo(Duration.ofSeconds(9));

        socket.heard();
        assertThat(socket.silence()).isZero();
    }

    @Test
    void survivesAPingAndACloseThatFail() {
        webSocket.jetty().breakDown();

        socket.ping();
        socket.close();

        assertThat(webSocket.jetty().pings()).isEqualTo(1);
        assertThat(webSocket.closes()).hasSize(1);
    }
}
