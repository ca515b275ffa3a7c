package io.venta.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ErrorCodeTests {

    @Test
    void fatalCodesHaveACloseCodeOfTheirOwn() {
        var closeCodes =
                Arrays.stream(ErrorCode.values())
                        .filter(ErrorCode::fatal)
                        .collect(Collectors.groupingBy(ErrorCode::closeCode));
        assertThat(closeCodes)
                .allSatisfy(
                        (closeCode, codes) -> {
                            assertThat(closeCode).isBetween(4000, 4999);
                            assertThat(codes).hasSize(1);
                        });
    }

    @Test
    void closeCodesSayWhetherToComeBack() {
        assertThat(ErrorCode.mayReconnect(ErrorCode.AUTHENTICATION_FAILED.closeCode())).isFalse();
        assertThat(ErrorCode.mayReconnect(ErrorCode.TOKEN_EXPIRED.closeCode())).isTrue();
        assertThat(ErrorCode.mayReconnect(1006)).isTrue();
        assertThat(ErrorCode.SLOW_CONSUMER.retryable()).isTrue();
        assertThat(ErrorCode.INVALID_MESSAGE.retryable()).isFalse();
    }
}
