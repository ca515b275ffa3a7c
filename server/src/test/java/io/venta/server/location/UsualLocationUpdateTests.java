package io.venta.server.location;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.location.LocationUpdate;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever comes, the short way and the long one come to the same. */
class UsualLocationUpdateTests {

    private static final String FULL =
            """
            {"vendorId":"v1","location":{"lat":52.2297,"long":-21.0122},"accuracy":5,"heading":90.5,\
            "speed":1e1,"timestamp":"2026-03-01T12:00:00.123Z","line":{"no":["512",null]}}""";

    private final JsonPayloads payloads = new JsonPayloads();

    @Test
    void readsTheUsualForm() {
        try (var parser = new JsonMapper().createParser(FULL)) {
            assertThat(UsualLocationUpdate.read(parser))
                    .isEqualTo(payloads.read(FULL.getBytes(UTF_8), LocationUpdate.class))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"vendorId\":\"v1\"",
                "{\"vendorId\":\"v1\",\"location\":{\"lat\":1,\"long\":2}}",
                "{\"vendorId\":7,\"location\":{\"lat\":1,\"long\":2},\"timestamp\":\"2026-03-01T12:00:00Z\"}",
                "{\"vendorId\":\"v1\",\"location\":{\"lat\":\"1\",\"long\":2},\"timestamp\":\"2026-03-01T12:00:00Z\"}",
                "{\"vendorId\":\"v1\",\"location\":{\"lat\":1,\"long\":null},\"timestamp\":\"2026-03-01T12:00:00Z\"}",
                "{\"vendorId\":\"v1\",\"location\":{\"lat\":1,\"long\":2,\"x\":{}},\"timestamp\":\"2026-03-01T12:00:00Z\"}",
                "{\"vendorId\":\"v1\",\"location\":{\"lat\":1,\"long\":2},\"timestamp\":1772366400}",
                "{\"vendorId\":\"v1\",\"location\":{\"lat\":1,\"long\":2},\"speed\":null,\"timestamp\":\"2026-03-01T12:00:00Z\"}",
                "{\"vendorId\":\"v1\",\"location\":{\"lat\":1,\"long\":2},\"speed\":-1,\"timestamp\":\"2026-03-01T12:00:00Z\"}",
                "{\"vendorId\":\"v1\",\"location\":{\"lat\":91,\"long\":2},\"timestamp\":\"2026-03-01T12:00:00Z\"}",
                "{\"vendorId\":\"v 1\",\"location\":{\"lat\":1,\"long\":2},\"timestamp\":\"2026-03-01T12:00:00Z\"}",
                "{\"vendorId\":\"v1\",\"location\":{\"lat\":1,\"long\":2},\"timestamp\":\"2026-03-01\"}",
                "{\"vendorId\":\"v1\",\"location\":{\"lat\":1,\"long\":2},\"timestamp\":\"2026-03-01T12:00:00Z\"} {}",
                "{\"vendorId\":\"v1\",\"location\":{\"lat\":1,\"long\":2},\"timestamp\":\"2026-03-01T12:00:00Z\",\"vendorId\":\"v2\"}",
                "{\"vendorId\":\"v1\",\"location\":{\"lat\":1,\"long\":2},\"timestamp\":\"2026-03-01T12:00:00Z\",\"name\":\"Stra\u00dfe\"}",
                "{\"vendorId\":\"v1\",\"location\":{\"lat\":1e999,\"long\":2},\"timestamp\":\"2026-03-01T12:00:00Z\"}",
                "{\"vendorId\":\"v1\",\"location\":{\"lat\":NaN,\"long\":2},\"timestamp\":\"2026-03-01T12:00:00Z\"}"
            })
    void comesToTheSame(String body) {
        assertSame(body.getBytes(UTF_8));
    }

    @Test
    void takesNothingForUtf16() {
        assertSame(FULL.getBytes(UTF_16BE));
        assertThat(outcome(FULL.getBytes(UTF_16BE), true)).isInstanceOf(String.class);
    }

    @Test
    void comesToTheSameWhateverIsChanged() {
        var random = new Random(11);
        var letters = "{}[]\",:0123456789.eE+-truefalsnZT \u0000\u00e9";
        for (int i = 0; i < 20_000; i++) {
            var body = new StringBuilder(FULL);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                var at = random.nextInt(body.length());
                var letter = letters.charAt(random.nextInt(letters.length()));
                switch (random.nextInt(3)) {
                    case 0 -> body.setCharAt(at, letter);
                    case 1 -> body.insert(at, letter);
                    default -> body.deleteCharAt(at);
                }
            }
            assertSame(body.toString().getBytes(UTF_8));
        }
    }

    private void assertSame(byte[] body) {
        assertThat(outcome(body, true)).as(new String(body, UTF_8)).isEqualTo(outcome(body, false));
    }

    private @Nullable Object outcome(byte[] body, boolean shortWay) {
        try {
            return shortWay
                    ? payloads.read(body, LocationUpdate.class, UsualLocationUpdate::read)
                    : payloads.read(body, LocationUpdate.class);
        } catch (RejectedMessageException e) {
            return e.reason() + e.details();
        }
    }
}
