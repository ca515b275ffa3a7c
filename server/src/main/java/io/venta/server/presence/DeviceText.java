package io.venta.server.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

/**
 * A device as text: JSON with the names of {@link Device}, without what is null. The same device
 * makes the same text.
 */
final class DeviceText {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private DeviceText() {}

    static String of(Device device) {
        return JSON.writeValueAsString(device);
    }

    static Device parse(String text) {
        return JSON.readValue(text, Device.class);
    }
}
