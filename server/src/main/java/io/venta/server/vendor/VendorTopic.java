package io.venta.server.vendor;

import io.venta.model.MessageType;
import io.venta.model.vendor.VendorUpdate;
import io.venta.server.error.JsonPayloads;
import io.venta.server.topic.RetainedValue;
import io.venta.server.topic.TopicPolicy;
import io.venta.server.topic.VendorValue;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** {@code /topic/vendor.<vendorId>}: profiles. */
@Component
class VendorTopic implements TopicPolicy {

    static final String FAMILY = "vendor";

    private final JsonPayloads payloads;
    private final Clock clock;

    VendorTopic(JsonPayloads payloads, Clock clock) {
        this.payloads = payloads;
        this.clock = clock;
    }

    @Override
    public String family() {
        return FAMILY;
    }

    @Override
    public MessageType type() {
        return MessageType.VENDOR_UPDATED;
    }

    @Override
    public RetainedValue check(String key, byte[] body) {
        VendorValue.checkSize(body);
        var update = payloads.read(body, VendorUpdate.class);
        return VendorValue.of(key, body, update.vendorId(), update.timestamp(), clock);
    }
}
