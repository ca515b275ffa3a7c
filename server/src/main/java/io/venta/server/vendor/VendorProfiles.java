package io.venta.server.vendor;

import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.model.MessageType;
import io.venta.model.location.VendorId;
import io.venta.model.location.VendorRemoved;
import io.venta.model.vendor.VendorReport;
import io.venta.model.vendor.VendorUpdate;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.LastKnownValues;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.stereotype.Component;

/** Profiles of vendors: the last known ones, and how a new one gets around. Thread-safe. */
@Component
public class VendorProfiles {

    private final LastKnownValues lastKnown;
    private final JsonPayloads payloads;
    private final SimpMessageSendingOperations messaging;
    private final Clock clock;

    VendorProfiles(
            LastKnownValues lastKnown,
            JsonPayloads payloads,
            SimpMessageSendingOperations messaging,
            Clock clock) {
        this.lastKnown = lastKnown;
        this.payloads = payloads;
        this.messaging = messaging;
        this.clock = clock;
    }

    /** The last known profile of a vendor. */
    public Optional<VendorUpdate> find(VendorId vendor) {
        return Optional.ofNullable(findAll(List.of(vendor)).get(vendor));
    }

    /** The last known profiles of those that have one. */
    public Map<VendorId, VendorUpdate> findAll(Collection<VendorId> vendors) {
        var keys = vendors.stream().map(VendorId::value).toList();
        return lastKnown.findAll(VendorTopic.FAMILY, keys).stream()
                .map(value -> payloads.read(value.body(), VendorUpdate.class))
                .collect(Collectors.toMap(VendorUpdate::vendorId, Function.identity()));
    }

    /** A page of profiles in the order of their vendors' ids. */
    public List<VendorUpdate> page(@Nullable VendorId after, int limit) {
        var cursor = after == null ? null : after.value();
        return lastKnown.page(VendorTopic.FAMILY, cursor, limit).stream()
                .map(value -> payloads.read(value.body(), VendorUpdate.class))
                .toList();
    }

    /** Sends a profile to all who watch the vendor, on every node. */
    public void publish(VendorUpdate profile) {
        messaging.convertAndSend(Destinations.vendor(profile.vendorId()), profile);
    }

    /** Forgets a vendor's profile; its watchers hear {@code vendor_removed}. */
    public void remove(VendorId vendor) {
        messaging.convertAndSend(
                Destinations.vendor(vendor),
                new VendorRemoved(vendor),
                Map.of(MessageType.HEADER, MessageType.VENDOR_REMOVED.wireName()));
    }

    /** Lays a report over the vendor's profile and publishes what comes of it. */
    void report(VendorId vendor, VendorReport report) {
        var old = find(vendor).orElse(null);
        var name = latest(report.name(), old == null ? null : old.name());
        if (name == null) {
            throw new RejectedMessageException(
                    ErrorCode.INVALID_MESSAGE, "name is required the first time");
        }
        publish(
                new VendorUpdate(
                        vendor,
                        name,
                        latest(report.description(), old == null ? null : old.description()),
                        latest(report.type(), old == null ? null : old.type()),
                        latest(report.open(), old == null ? null : old.open()),
                        laterThan(old)));
    }

    private static <T> @Nullable T latest(@Nullable T reported, @Nullable T old) {
        return reported != null ? reported : old;
    }

    /** Two reports in a row must not look like one and its duplicate. */
    private Instant laterThan(@Nullable VendorUpdate old) {
        var now = clock.instant();
        return old == null || now.isAfter(old.timestamp())
                ? now
                : old.timestamp().plusNanos(1_000_000);
    }
}
