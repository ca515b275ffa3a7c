package io.venta.model.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

class LocationUpdateTests {

    private final ObjectMapper json = JsonMapper.builder().build();

    @Test
    void readsAndWritesTheWireForm() {
        String wire =
                """
                {"vendorId":"v1","location":{"lat":52.1,"long":21.0},"timestamp":"2024-01-25T15:02:22.123456Z"}""";
        var update = json.readValue(wire, LocationUpdate.class);
        assertThat(update)
                .isEqualTo(
                        new LocationUpdate(
                                new VendorId("v1"),
                                new GeoPosition(52.1, 21.0),
                                null,
                                null,
                                null,
                                Instant.parse("2024-01-25T15:02:22.123456Z")));
        assertThat(json.writeValueAsString(update)).isEqualTo(wire);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                """
                {"vendorId":"v.1","location":{"lat":1,"long":2},"timestamp":"2024-01-25T15:02:22Z"}""",
                """
                {"vendorId":"v1","location":{"lat":91,"long":2},"timestamp":"2024-01-25T15:02:22Z"}""",
                """
                {"vendorId":"v1","location":{"lat":1},"timestamp":"2024-01-25T15:02:22Z"}""",
                """
                {"vendorId":"v1","location":{"lat":1,"long":NaN},"timestamp":"2024-01-25T15:02:22Z"}""",
                """
                {"vendorId":"v1","location":{"lat":1,"long":2},"timestamp":"yesterday"}""",
                """
                {"vendorId":"v1","location":{"lat":1,"long":2},"heading":361,"timestamp":"2024-01-25T15:02:22Z"}""",
                """
                {"vendorId":"v1","location":{"lat":1,"long":2}}"""
            })
    void refusesWhatIsNotAPosition(String wire) {
        assertThatThrownBy(() -> json.readValue(wire, LocationUpdate.class))
                .isInstanceOf(tools.jackson.core.JacksonException.class);
    }
}
