package io.venta.server.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StompUpstreamTests {

    @ParameterizedTest
    @CsvSource({
        "0, 250, 500",
        "1, 500, 1000",
        "4, 4000, 8000",
        "5, 5000, 10000",
        "99, 5000, 10000"
    })
    void waitsLongerAfterEachFailureUpToABound(int failures, long least, long most) {
        var delays = LongStream.generate(() -> StompUpstream.delay(failures)).limit(500);

        assertThat(delays.boxed().toList())
                .allSatisfy(delay -> assertThat(delay).isBetween(least, most))
                .hasSizeGreaterThan(1)
                .anyMatch(delay -> delay > (least + most) / 2)
                .anyMatch(delay -> delay < (least + most) / 2);
    }

    @Test
    void refusesAsRetryableWhileItIsNotConnected() {
        var upstream = new StompUpstream(new UpstreamSettings("127.0.0.1", 1, "gateway", "x", "/"));

        assertThat(upstream.isAvailable()).isFalse();
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> upstream.publish("/topic/location.v1", new byte[0], Map.of()))
                .returns(ErrorCode.SERVICE_DEGRADED, RejectedMessageException::code);
        upstream.stop();
    }
}
