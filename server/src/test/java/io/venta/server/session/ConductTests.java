package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.ErrorCode;
import io.venta.model.Role;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.vendor.TestUsers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConductTests {

    private final SettableTime time = new SettableTime();
    private final Conduct conduct = conduct(512);
    private final AtomicInteger ends = new AtomicInteger();

    @BeforeEach
    void listen() {
        conduct.whenTooMuch(ends::incrementAndGet);
    }

    @Test
    void bearsHeartbeatsOfTenASecond() {
        for (int second = 0; second < 300; second++) {
            hearNothing(Conduct.NOISE);
            time.advance(Duration.ofSeconds(1));
        }
        assertThat(ends).hasValue(0);
    }

    @Test
    void endsAFloodThatAsksForNothing() {
        hearNothing(Conduct.NOISE_BURST);
        assertThat(ends).hasValue(0);

        hearNothing(1);
        assertThat(ends).hasValue(1);
    }

    @Test
    void countsNoLargePieces() {
        for (int i = 0; i < 10_000; i++) {
            conduct.heardNothing(Conduct.SMALL);
        }
        assertThat(ends).hasValue(0);
    }

    @Test
    void letsABurstOfSubscribesPassAndThenTwentyASecond() {
        subscribe(512);
        assertTooQuick();

        time.advance(Duration.ofSeconds(1));
        subscribe(20);
        assertTooQuick();
    }

    @Test
    void asksNoRateWhereThereIsNoMostNumberOfSubscriptions() {
        var free = conduct(0);
        for (int i = 0; i < 10_000; i++) {
            free.subscribes();
        }
    }

    @Test
    void bearsAsManyUnsubscribesAsSubscribesAndNoMore() {
        subscribe(100);
        for (int i = 0; i < 100 + Conduct.NOISE_BURST; i++) {
            conduct.unsubscribes();
        }
        assertThat(ends).hasValue(0);

        conduct.unsubscribes();
        assertThat(ends).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE_LIMIT_EXCEEDED", "AUTHORIZATION_FAILED", "INVALID_MESSAGE"})
    void endsWhoIsRefusedAgainAndAgain(ErrorCode code) {
        refuse(code, 100);
        assertThat(ends).hasValue(0);

        refuse(code, 1);
        assertThat(ends).hasValue(1);
    }

    @Test
    void forgivesARefusalNowAndThen() {
        for (int i = 0; i < 600; i++) {
            refuse(ErrorCode.INVALID_MESSAGE, 1);
            time.advance(Duration.ofSeconds(1));
        }
        assertThat(ends).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVICE_DEGRADED", "UNKNOWN_ERROR", "SUBSCRIPTION_LIMIT_EXCEEDED"})
    void blamesNobodyForTheServersFaults(ErrorCode code) {
        refuse(code, 1_000);

        assertThat(ends).hasValue(0);
    }

    @Test
    void bearsWhatAServicePassesOn() {
        conduct.isOf(TestUsers.user(Role.SERVICE));

        refuse(ErrorCode.INVALID_MESSAGE, 1_000);
        assertThat(ends).hasValue(0);

        refuse(ErrorCode.AUTHORIZATION_FAILED, 101);
        assertThat(ends).hasValue(1);
    }

    @Test
    void bearsItOnlyWhileItIsAService() {
        conduct.isOf(TestUsers.user(Role.SERVICE));
        refuse(ErrorCode.INVALID_MESSAGE, 1_000);

        conduct.isOf(TestUsers.user(Role.CUSTOMER));
        refuse(ErrorCode.INVALID_MESSAGE, 101);

        assertThat(ends).hasValue(1);
    }

    private Conduct conduct(int subscribeBurst) {
        return new Conduct(new RateSettings(0, 0, 0, 0, 0, subscribeBurst, 20, 100), time);
    }

    private void hearNothing(int times) {
        for (int i = 0; i < times; i++) {
            conduct.heardNothing(1);
        }
    }

    private void subscribe(int times) {
        for (int i = 0; i < times; i++) {
            conduct.subscribes();
        }
    }

    private void refuse(ErrorCode code, int times) {
        for (int i = 0; i < times; i++) {
            conduct.refused(code);
        }
    }

    private void assertTooQuick() {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(conduct::subscribes)
                .returns(ErrorCode.RATE_LIMIT_EXCEEDED, RejectedMessageException::code)
                .satisfies(refusal -> assertThat(refusal.details()).containsKey("retryAfterMs"));
    }
}
