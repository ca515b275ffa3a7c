package io.venta.server.location;

import io.venta.model.MessageType;
import io.venta.model.location.LocationUpdate;
import io.venta.server.error.JsonPayloads;
import io.venta.server.topic.RetainedValue;
import io.venta.server.topic.TopicPolicy;
import io.venta.server.topic.VendorValue;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** {@code /topic/location.<vendorId>}: where vendors are. */
@Component
class LocationTopic implements TopicPolicy {

    static final String FAMILY = "location";

    private final JsonPayloads payloads;
    private final Clock clock;

    LocationTopic(JsonPayloads payloads, Clock clock) {
        this.payloads = payloads;
        this.clock = clock;
    }

    @Override
    public String family() {
        return FAMILY;
    }

    @Override
    public MessageType type() {
        return MessageType.LOCATION_UPDATED;
    }

    @Override
    public RetainedValue check(String key, byte[] body) {
        VendorValue.checkSize(body);
        var update = payloads.read(body, LocationUpdate.class, UsualLocationUpdate::read);
        return VendorValue.of(key, body, update.vendorId(), update.timestamp(), clock);
    }
}
