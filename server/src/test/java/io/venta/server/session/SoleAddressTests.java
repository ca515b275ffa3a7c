package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SoleAddressTests {

    private final SoleAddress soleAddress = new SoleAddress();

    @Test
    void saysOnceThatAllClientsAreAtOneAddress(CapturedOutput log) {
        for (int i = 0; i < 10 * SoleAddress.ENOUGH; i++) {
            soleAddress.note("10.0.0.1");
        }
        assertThat(log.getOut()).containsOnlyOnce("came from 10.0.0.1");
    }

    @Test
    void saysNothingWhereOneIsElsewhere(CapturedOutput log) {
        soleAddress.note("10.0.0.2");
        for (int i = 0; i < 10 * SoleAddress.ENOUGH; i++) {
            soleAddress.note("10.0.0.1");
        }
        assertThat(log.getOut()).isEmpty();
    }
}
