package io.venta.server.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;

@ExtendWith(OutputCaptureExtension.class)
class FailureLogTests {

    private final FailureLog failures = new FailureLog(LoggerFactory.getLogger("failures"));

    @Test
    void saysWhatFailedAndNothingOfTheFrame(CapturedOutput log) {
        failures.warn("Failed", deliveryOf(new IllegalStateException("on purpose")));

        assertThat(log.getOut())
                .contains("Failed, and 0 more before", "IllegalStateException: on purpose")
                .doesNotContain("secret");
    }

    @Test
    void saysNothingOfTheFrameWhereThereIsNoCause(CapturedOutput log) {
        failures.warn("Failed", deliveryOf(null));

        assertThat(log.getOut()).contains("Failed, and 0 more before").doesNotContain("secret");
    }

    @Test
    void saysItOnceASecond(CapturedOutput log) {
        for (int i = 0; i < 100; i++) {
            failures.warn("Failed", new IllegalStateException("again"));
        }
        assertThat(log.getOut()).containsOnlyOnce("Failed");
    }

    private static MessageDeliveryException deliveryOf(
            @org.jspecify.annotations.Nullable Throwable cause) {
        var headers = StompHeaderAccessor.create(StompCommand.CONNECT);
        headers.setNativeHeader("Authorization", "Bearer secret");
        var frame = MessageBuilder.createMessage("secret", headers.getMessageHeaders());
        return cause == null
                ? new MessageDeliveryException(frame, "not delivered")
                : new MessageDeliveryException(frame, "not delivered", cause);
    }
}
