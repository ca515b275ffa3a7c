package io.venta.server.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.venta.model.location.VendorId;
import io.venta.model.presence.DeviceType;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What services are told; which members it has depends on the event.
 *
 * @param event the routing key
 * @param at when it happened, by the registry's clock
 * @param node the node of the device; of {@code presence.changed} the one that tells of it
 * @param version counts the changes of the registry: of two events that are the same all but this,
 *     both happened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServiceEvent(
        String event,
        Instant at,
        String node,
        long version,
        @Nullable String session,
        @Nullable String user,
        @Nullable VendorId vendorId,
        @Nullable String deviceId,
        @Nullable DeviceType deviceType,
        @Nullable String reason,
        @Nullable Long durationMs,
        @Nullable PresenceKind kind,
        @Nullable String id,
        @Nullable PresenceStatus status) {

    /** What one change is to services, in order. */
    static List<ServiceEvent> of(PresenceChange change, String node) {
        var events = new ArrayList<ServiceEvent>();
        switch (change) {
            case PresenceChange.Present present -> {
                if (present.isNew()) {
                    events.add(session("session.opened", present.device(), change, null));
                }
            }
            case PresenceChange.Gone gone ->
                    events.add(session("session.closed", gone.device(), change, gone.reason()));
        }
        change.statuses().forEach((who, status) -> events.add(presence(who, status, change, node)));
        return events;
    }

    private static ServiceEvent session(
            String event, Device device, PresenceChange change, @Nullable String reason) {
        var lasted = Duration.between(device.since(), change.at()).toMillis();
        return new ServiceEvent(
                event,
                change.at(),
                device.node(),
                change.version(),
                device.session(),
                device.user(),
                device.vendor(),
                device.id(),
                device.type(),
                reason,
                reason == null ? null : Math.max(0, lasted),
                null,
                null,
                null);
    }

    private static ServiceEvent presence(
            Subject subject, PresenceStatus status, PresenceChange change, String node) {
        return new ServiceEvent(
                "presence.changed",
                change.at(),
                node,
                change.version(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                subject.kind(),
                subject.id(),
                status);
    }
}
