package io.venta.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Role;
import io.venta.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenLifeTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void readsWhenATokenEnds() {
        assertThat(TokenLife.end(Tokens.of("ann", Role.DISPATCHER).expiringAt(NOON).sign()))
                .contains(NOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opaque", "a.b", "a.!.c", "a.bm90IGpzb24.c", "a.e30.c"})
    void knowsNothingOfOthers(String token) {
        assertThat(TokenLife.end(token)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT1H, PT48M", "PT5M, PT4M", "PT3M, PT2M", "PT1M, PT30S", "PT8S, PT4S"})
    void isDueWhileThereIsTimeToTryAgain(Duration life, Duration due) {
        assertThat(TokenLife.due(NOON, NOON.plus(life), 0)).isEqualTo(NOON.plus(due));
    }

    @Test
    void spreadsThoseWhoSignedInTogether() {
        assertThat(TokenLife.due(NOON, NOON.plus(Duration.ofHours(1)), 1))
                .isEqualTo(NOON.plus(Duration.ofMinutes(45)));
    }
}
