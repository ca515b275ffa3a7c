package io.venta.server.presence;

import io.venta.model.location.VendorId;
import io.venta.model.presence.DeviceType;
import io.venta.model.presence.PresenceStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Devices as tests need them, one word different from the next. */
final class TestDevice {

    private TestDevice() {}

    /** A device of no vendor, online, whose id is that of its session. */
    static Device of(String session, String user, String node, Instant since) {
        return new Device(
                session,
                user,
                null,
                session,
                DeviceType.WEB,
                node,
                "192.0.2.1",
                since,
                since.plusSeconds(3_600),
                PresenceStatus.ONLINE,
                null,
                null,
                0);
    }

    static Device withId(Device device, String id) {
        return copy(device, device.vendor(), id, device.status(), device.viewing());
    }

    static Device withVendor(Device device, @Nullable String vendor) {
        var id = vendor == null ? null : new VendorId(vendor);
        return copy(device, id, device.id(), device.status(), device.viewing());
    }

    static Device withStatus(Device device, PresenceStatus status) {
        return copy(device, device.vendor(), device.id(), status, device.viewing());
    }

    static Device withViewing(Device device, @Nullable String viewing) {
        return copy(device, device.vendor(), device.id(), device.status(), viewing);
    }

    private static Device copy(
            Device device,
            @Nullable VendorId vendor,
            String id,
            PresenceStatus status,
            @Nullable String viewing) {
        return new Device(
                device.session(),
                device.user(),
                vendor,
                id,
                device.type(),
                device.node(),
                device.address(),
                device.since(),
                device.expiresAt(),
                status,
                viewing,
                device.typing(),
                device.subscriptions());
    }
}
