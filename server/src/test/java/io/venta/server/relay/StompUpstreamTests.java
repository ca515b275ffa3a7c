package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StompUpstreamTests {

    @ParameterizedTest
    @CsvSource({"0, 250, 500", "1, 500, 1000", "2, 500, 1000", "99, 500, 1000"})
    void waitsLongerAfterEachFailureUpToABound(int failures, long least, long most) {
        var delays = LongStream.generate(() -> UpstreamLine.delay(failures)).limit(500);

        assertThat(delays.boxed().toList())
                .allSatisfy(delay -> assertThat(delay).isBetween(least, most))
                .hasSizeGreaterThan(1)
                .anyMatch(delay -> delay > (least + most) / 2)
                .anyMatch(delay -> delay < (least + most) / 2);
    }

    @Test
    void refusesAsRetryableWhileItIsNotConnected() {
        var upstream = upstream();

        assertThat(upstream.isAvailable()).isFalse();
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(
                        () -> upstream.publish("/exchange/gateway/user.a", new byte[0], Map.of()))
                .returns(ErrorCode.SERVICE_DEGRADED, RejectedMessageException::code);
        upstream.stop();
    }

    @Test
    void keepsReportsWhileItIsNotConnected() {
        var upstream = upstream();

        var report = upstream.publish("/topic/location.v1", "v1@1".getBytes(UTF_8), Map.of());

        assertThat(report).isNotDone();
        assertThat(upstream.backlog().size()).isEqualTo(1);
        upstream.stop();
    }

    private static StompUpstream upstream() {
        return new StompUpstream(
                new UpstreamSettings("127.0.0.1", 1, "gateway", "x", "/"),
                List.of(new StubTopicPolicy("location")),
                List.of(),
                new Nodes(Clock.systemUTC()));
    }
}
