package io.venta.desktop.shell;

import io.venta.desktop.vendor.Updates;
import io.venta.model.presence.DeviceType;
import io.venta.model.presence.PresenceDevice;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceStatus;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who is here, on one to three devices each, in every status by turns. */
final class StagedPeople {

    private static final DeviceType[] DEVICES = DeviceType.values();
    private static final PresenceStatus[] STATUSES = PresenceStatus.values();

    private StagedPeople() {}

    static PresenceEntry entry(PresenceKind kind, String id, int i, @Nullable String viewing) {
        PresenceStatus status = STATUSES[i % (STATUSES.length - 1)];
        List<PresenceDevice> devices =
                IntStream.rangeClosed(0, i % 3)
                        .mapToObj(
                                d ->
                                        new PresenceDevice(
                                                "d" + d,
                                                DEVICES[(i + d) % DEVICES.length],
                                                status,
                                                Updates.NOON.minus(
                                                        Duration.ofMinutes(3 + i * 7L % 300)),
                                                viewing,
                                                null))
                        .toList();
        return new PresenceEntry(kind, id, status, devices, null, null);
    }
}
