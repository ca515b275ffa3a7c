package io.venta.server.location;

import io.venta.model.MessageType;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import io.venta.server.error.JsonPayloads;
import io.venta.server.topic.RetainedValue;
import io.venta.server.topic.TopicPolicy;
import io.venta.server.topic.VendorValue;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** {@code /topic/location.<vendorId>}: where vendors are. */
@Component
class LocationTopic implements TopicPolicy {

    static final String FAMILY = "location";

    private final JsonPayloads payloads;
    private final TrailRecorder trails;
    private final Clock clock;

    LocationTopic(JsonPayloads payloads, TrailRecorder trails, Clock clock) {
        this.payloads = payloads;
        this.trails = trails;
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
        var update = read(body);
        return VendorValue.of(key, body, update.vendorId(), update.timestamp(), clock);
    }

    @Override
    public void kept(RetainedValue value) {
        trails.record(value, this::read);
    }

    @Override
    public void removed(String key, Instant upTo) {
        trails.remove(new VendorId(key), upTo);
    }

    private LocationUpdate read(byte[] body) {
        return payloads.read(body, LocationUpdate.class, UsualLocationUpdate::read);
    }
}
