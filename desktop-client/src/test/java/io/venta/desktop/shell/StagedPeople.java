package io.venta.desktop.shell;

import io.venta.desktop.vendor.Updates;
import io.venta.desktop.vendor.Vendor;
import io.venta.model.presence.DeviceType;
import io.venta.model.presence.PresenceDevice;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceState;
import io.venta.model.presence.PresenceStatus;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is here, on one to three devices each, in every status by turns. */
final class StagedPeople {

    private static final DeviceType[] DEVICES = DeviceType.values();
    private static final PresenceStatus[] STATUSES = PresenceStatus.values();
    private static final List<String> NAMES =
            List.of("ann", "bartek", "chloé", "demo-admin", "maria.van.der.linden", "zoe");

    private StagedPeople() {}

    /** Every third one is here. */
    static PresenceState thirdOf(List<Vendor> vendors) {
        return state(
                IntStream.range(0, vendors.size())
                        .filter(i -> i % 3 == 0)
                        .mapToObj(i -> vendor(vendors.get(i), i)));
    }

    /** Some dispatchers, every other of whom looks at that topic's vendor. */
    static PresenceState users(String topic) {
        return state(
                IntStream.range(0, NAMES.size())
                        .mapToObj(
                                i ->
                                        entry(
                                                PresenceKind.USER,
                                                NAMES.get(i),
                                                i,
                                                i % 2 == 0 ? topic : null)));
    }

    private static PresenceEntry vendor(Vendor vendor, int i) {
        return entry(PresenceKind.VENDOR, vendor.id().value(), i, null);
    }

    private static PresenceState state(Stream<PresenceEntry> entries) {
        return new PresenceState(entries.toList(), null);
    }

    private static PresenceEntry entry(
            PresenceKind kind, String id, int i, @Nullable String viewing) {
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
