package io.venta.server.presence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.venta.model.presence.PresenceKind;
import org.springframework.stereotype.Component;

/** Figures of presence, as this node knows it of all nodes. */
@Component
class PresenceMetrics implements MeterBinder {

    private final PresenceView view;

    PresenceMetrics(PresenceView view) {
        this.view = view;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("venta.presence.devices", view, PresenceView::size)
                .description("Devices connected to any node")
                .register(meters);
        Gauge.builder("venta.presence.users", view, all -> all.size(PresenceKind.USER))
                .description("Users with a device connected to any node")
                .register(meters);
        Gauge.builder("venta.presence.vendors", view, all -> all.size(PresenceKind.VENDOR))
                .description("Vendors with a device connected to any node")
                .register(meters);
        Gauge.builder("venta.presence.degraded", view, all -> all.isDegraded() ? 1 : 0)
                .description("1 while the registry of all nodes is out of reach")
                .register(meters);
    }
}
