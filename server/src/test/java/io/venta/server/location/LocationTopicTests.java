package io.venta.server.location;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.MessageType;
import io.venta.model.location.GeoPosition;
import io.venta.model.location.TrailPoint;
import io.venta.model.location.VendorId;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTopicTests {

    private static final String GOOD =
            """
            {"vendorId":"v1", "location":{"lat":1,"long":2},
             "timestamp":"2026-03-01T12:00:00Z", "line":"512"}""";

    private final SettableClock clock = new SettableClock();
    private final StubTrails trails = new StubTrails(clock);
    private final TrailRecorder recorder = new TrailRecorder(trails, TestFixes.SETTINGS, clock);
    private final LocationTopic topic = new LocationTopic(new JsonPayloads(), recorder, clock);

    @Test
    void keepsAPositionByteForByteWithMembersOfTheSendersOwn() {
        var value = topic.check("v1", GOOD.getBytes(UTF_8));

        assertThat(value.key()).isEqualTo("v1");
        assertThat(value.version()).isEqualTo(SettableClock.START);
        assertThat(value.body()).isEqualTo(GOOD.getBytes(UTF_8));
    }

    @Test
    void saysWhatItIs() {
        assertThat(topic.family()).isEqualTo("location");
        assertThat(topic.type()).isEqualTo(MessageType.LOCATION_UPDATED);
        assertThat(topic.destination("v1")).isEqualTo("/topic/location.v1");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:01:00Z, true",
        "2026-03-01T12:01:00.000000001Z, false",
        "2027-03-01T12:00:00Z, false",
        "+999999999-01-01T00:00:00Z, false",
        "1970-01-01T00:00:00Z, true"
    })
    void takesNoFixFromTheFuture(String moment, boolean taken) {
        var body = GOOD.replace("2026-03-01T12:00:00Z", moment);

        if (taken) {
            assertThat(topic.check("v1", body.getBytes(UTF_8))).isNotNull();
        } else {
            assertRefused("v1", body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2", "V1", "", "v1.x", "*"})
    void refusesAnIdThatIsNotTheKeys(String key) {
        assertRefused(key, GOOD);
    }

    @Test
    void takesFourKibibytesAndNoMore() {
        var padding = "x".repeat(4096 - GOOD.length() - ",\"p\":\"\"".length());
        var longest = GOOD.replace("\"512\"}", "\"512\",\"p\":\"" + padding + "\"}");
        assertThat(longest).hasSize(4096);

        assertThat(topic.check("v1", longest.getBytes(UTF_8))).isNotNull();
        assertRefused("v1", longest.replace("\"p\":\"", "\"p\":\"x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{\"vendorId\":\"v1\",\"location\":{\"lat\":91,\"long\":2},\"timestamp\":\"2026-03-01T12:00:00Z\"}",
                "{\"vendorId\":\"v1\",\"location\":{\"lat\":1,\"long\":2}}",
                "{\"location\":{\"lat\":1,\"long\":2},\"timestamp\":\"2026-03-01T12:00:00Z\"}"
            })
    void refusesWhatIsNoPosition(String body) {
        assertRefused("v1", body);
    }

    @Test
    void recordsTheTrailOfWhatIsKeptAndForgetsItWithTheVendor() {
        topic.kept(topic.check("v1", GOOD.getBytes(UTF_8)));
        recorder.flush();
        assertThat(trails.find(new VendorId("v1"), SettableClock.START))
                .extracting(TrailPoint::location)
                .containsExactly(new GeoPosition(1, 2));

        topic.removed("v1", SettableClock.START);
        recorder.flush();
        assertThat(trails.find(new VendorId("v1"), SettableClock.START)).isEmpty();
    }

    private void assertRefused(String key, String body) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> topic.check(key, body.getBytes(UTF_8)));
    }
}
