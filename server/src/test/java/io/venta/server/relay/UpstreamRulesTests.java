package io.venta.server.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.server.error.RejectedMessageException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamRulesTests {

    private final UpstreamRules rules = new UpstreamRules(Set.of("location", "vendor"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/topic/location.v1",
                "/topic/vendor.A_b-9",
                "/exchange/gateway/user.alice~40example~2ecom",
                "/exchange/gateway/removed.location.v1",
                "/exchange/events/session.opened",
                "/exchange/dead-letter/location.a%2Fb%20c%25"
            })
    void letsOursThrough(String destination) {
        assertThatCode(() -> check(destination, Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/topic/",
                "/topic/weather.v1",
                "/topic/location",
                "/topic/location.",
                "/topic/location.a.b",
                "/topic/location.*",
                "/topic/location.#",
                "/topic/location.~AbcdefghiJ12",
                "/topic/location.v1\n",
                "/topic/location.v1/more",
                "/topic/location.żółw",
                "/queue/location.v1",
                "/amq/queue/gateway.notifications",
                "/exchange/notifications/user.alice",
                "/exchange/gateway/",
                "/exchange/gateway/user.a/b",
                "/exchange/gateway/user.a b",
                "/exchange/dead-letter/location.50%",
                "/exchange/dead-letter/location.%zz",
                "/exchange/dead-letter/a/b",
                "/temp-queue/x",
                "/reply-queue/x"
            })
    void refusesOthers(String destination) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> check(destination, Map.of()));
    }

    @Test
    void refusesKeysLongerThanAmqpHasRoomFor() {
        check("/exchange/gateway/" + "k".repeat(255), Map.of());
        check("/exchange/dead-letter/" + "%41".repeat(255), Map.of());
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> check("/exchange/gateway/" + "k".repeat(256), Map.of()));
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> check("/exchange/dead-letter/" + "%41".repeat(256), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receipt",
                "destination",
                "user-id",
                "transaction",
                "reply-to",
                "expiration",
                "x-queue-name",
                "durable",
                "content-length",
                "priority",
                "Reason",
                "reason\n"
            })
    void refusesHeadersThatMeanSomethingToTheBroker(String name) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> check("/topic/location.v1", Map.of(name, "1")));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> check("/topic/location.v1", Map.of("type", "t".repeat(256))));
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> rules.check("/topic/location.v1", new byte[1_048_577], Map.of()));
    }

    @Test
    void knowsReports() {
        assertThat(rules.isReport("/topic/location.v1")).isTrue();
        assertThat(rules.isReport("/topic/weather.v1")).isFalse();
        assertThat(rules.isReport("/exchange/gateway/user.alice")).isFalse();
    }

    private void check(String destination, Map<String, String> headers) {
        rules.check(destination, new byte[0], headers);
    }
}
