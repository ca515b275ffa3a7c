package io.venta.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class UserKeyTests {

    @Test
    void encodesWhatARoutingKeyCannotCarry() {
        assertThat(UserKey.of("alice@example.com").value()).isEqualTo("alice~40example~2ecom");
        assertThat(UserKey.of("zoë").value()).isEqualTo("zo~c3~ab");
        assertThat(UserKey.of("a*b#c/d~").value()).isEqualTo("a~2ab~23c~2fd~7e");
    }

    @Test
    void leavesPlainIdsAlone() {
        assertThat(UserKey.of("Demo_dispatcher-1").value()).isEqualTo("Demo_dispatcher-1");
    }

    @Test
    void refusesWhatNoUserIsCalled() {
        assertThatIllegalArgumentException().isThrownBy(() -> UserKey.of(""));
        assertThatIllegalArgumentException().isThrownBy(() -> UserKey.of("a\nb"));
        assertThatIllegalArgumentException().isThrownBy(() -> UserKey.of("a\ud800"));
        assertThatIllegalArgumentException().isThrownBy(() -> UserKey.of("é".repeat(39)));
        assertThat(UserKey.of("a".repeat(230)).value()).hasSize(230);
    }
}
