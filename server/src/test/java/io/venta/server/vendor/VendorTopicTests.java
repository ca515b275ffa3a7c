package io.venta.server.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.testing.SettableClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorTopicTests {

    private static final String GOOD =
            """
            {"vendorId":"v1","name":"Anna","timestamp":"2026-03-01T12:00:00Z","stars":5}""";

    private final VendorTopic topic = new VendorTopic(new JsonPayloads(), new SettableClock());

    @Test
    void keepsAProfileByteForByte() {
        var value = topic.check("v1", GOOD.getBytes(UTF_8));

        assertThat(value.key()).isEqualTo("v1");
        assertThat(value.version()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(value.body()).isEqualTo(GOOD.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"vendorId\":\"v1\",\"timestamp\":\"2026-03-01T12:00:00Z\"}",
                "{\"vendorId\":\"v1\",\"name\":\"\",\"timestamp\":\"2026-03-01T12:00:00Z\"}",
                "{\"vendorId\":\"v2\",\"name\":\"Anna\",\"timestamp\":\"2026-03-01T12:00:00Z\"}",
                "{\"vendorId\":\"v1\",\"name\":\"Anna\"}"
            })
    void refusesWhatIsNoProfileOfTheVendor(String body) {
        assertRefused(body);
    }

    @Test
    void refusesWhatIsTooLong() {
        assertRefused(GOOD.replace("5}", "\"" + "x".repeat(4096) + "\"}"));
    }

    @Test
    void refusesProfilesOfTheFutureThatNoLaterOneCouldReplace() {
        assertThat(topic.check("v1", at("2026-03-01T12:01:00Z"))).isNotNull();
        assertRefused(new String(at("2026-03-01T12:01:01Z"), UTF_8));
        assertRefused(new String(at("+1000000000-12-31T23:59:59Z"), UTF_8));
    }

    private static byte[] at(String moment) {
        return GOOD.replace("2026-03-01T12:00:00Z", moment).getBytes(UTF_8);
    }

    private void assertRefused(String body) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> topic.check("v1", body.getBytes(UTF_8)));
    }
}
