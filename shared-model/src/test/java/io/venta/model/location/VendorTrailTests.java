package io.venta.model.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

class VendorTrailTests {

    private final ObjectMapper json = JsonMapper.builder().build();

    @Test
    void readsAndWritesTheWireForm() {
        var wire =
                """
                {"vendorId":"v1","points":[\
                {"location":{"lat":52.1,"long":21.0},"timestamp":"2024-01-25T15:02:22.123456Z"},\
                {"location":{"lat":52.2,"long":21.0},"heading":90.0,"speed":12.5,\
                "timestamp":"2024-01-25T15:02:27Z"}]}""";
        var trail = json.readValue(wire, VendorTrail.class);

        assertThat(trail.points())
                .containsExactly(
                        new TrailPoint(
                                new GeoPosition(52.1, 21.0),
                                null,
                                null,
                                Instant.parse("2024-01-25T15:02:22.123456Z")),
                        new TrailPoint(
                                new GeoPosition(52.2, 21.0),
                                90.0,
                                12.5,
                                Instant.parse("2024-01-25T15:02:27Z")));
        assertThat(json.writeValueAsString(trail)).isEqualTo(wire);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                """
                {"vendorId":"v1"}""",
                """
                {"points":[]}""",
                """
                {"vendorId":"v1","points":[{"location":{"lat":1,"long":2}}]}""",
                """
                {"vendorId":"v1","points":[{"timestamp":"2024-01-25T15:02:22Z"}]}""",
                """
                {"vendorId":"v1","points":[{"location":{"lat":1,"long":2},"speed":-1,"timestamp":"2024-01-25T15:02:22Z"}]}"""
            })
    void refusesWhatIsNoTrail(String wire) {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> json.readValue(wire, VendorTrail.class));
    }

    @Test
    void staysAsItWasMade() {
        var points = new ArrayList<TrailPoint>();
        var trail = new VendorTrail(new VendorId("v1"), points);

        points.add(new TrailPoint(new GeoPosition(1, 2), null, null, Instant.EPOCH));

        assertThat(trail.points()).isEqualTo(List.of());
    }
}
