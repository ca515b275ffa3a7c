package io.venta.server.location;

import io.venta.model.ErrorCode;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import io.venta.model.location.VendorTrail;
import io.venta.model.vendor.VendorPage;
import io.venta.model.vendor.VendorState;
import io.venta.model.vendor.VendorUpdate;
import io.venta.server.error.IsoTimes;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.LastKnownValues;
import io.venta.server.vendor.VendorAccess;
import io.venta.server.vendor.VendorProfiles;
import java.security.Principal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All that is known of vendors, for those who may watch them. */
@RestController
@RequestMapping("/api/vendors")
class VendorsController {

    private static final int MAX_LIMIT = 1000;

    private final LastKnownValues lastKnown;
    private final VendorProfiles profiles;
    private final Trails trails;
    private final VendorAccess access;
    private final JsonPayloads payloads;

    VendorsController(
            LastKnownValues lastKnown,
            VendorProfiles profiles,
            Trails trails,
            VendorAccess access,
            JsonPayloads payloads) {
        this.lastKnown = lastKnown;
        this.profiles = profiles;
        this.trails = trails;
        this.access = access;
        this.payloads = payloads;
    }

    @GetMapping
    VendorPage page(
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "100") int limit,
            Principal user) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new RejectedMessageException(
                    ErrorCode.INVALID_MESSAGE, "limit must be 1 to " + MAX_LIMIT);
        }
        var start = after == null || after.isEmpty() ? null : vendorId(after);
        var states =
                access.watchable(user)
                        .map(only -> known(only, start, limit))
                        .orElseGet(() -> states(idsAfter(start, limit)));
        // Not even an id of others: a cursor is the last of what the user sees.
        var next = states.size() == limit ? states.getLast().vendorId() : null;
        return new VendorPage(states, next);
    }

    /** Of a few vendors the next that something is known of, in order. */
    private List<VendorState> known(Set<VendorId> few, @Nullable VendorId after, int limit) {
        var next =
                few.stream()
                        .filter(id -> after == null || id.compareTo(after) > 0)
                        .sorted()
                        .toList();
        return states(next).stream().filter(VendorsController::isKnown).limit(limit).toList();
    }

    private static boolean isKnown(VendorState state) {
        return state.location() != null || state.profile() != null;
    }

    @GetMapping("/{id}")
    VendorState one(@PathVariable String id, Principal user) {
        var vendor = vendorId(id);
        var state =
                access.mayWatch(user, vendor) ? states(List.of(vendor)) : List.<VendorState>of();
        return state.stream()
                .filter(VendorsController::isKnown)
                .findFirst()
                .orElseThrow(() -> new UnknownVendorException(vendor));
    }

    @GetMapping("/{id}/trail")
    VendorTrail trail(
            @PathVariable String id, @RequestParam @Nullable String since, Principal user) {
        var start = since == null || since.isEmpty() ? Instant.EPOCH : time(since);
        var vendor = one(id, user).vendorId();
        return new VendorTrail(vendor, trails.find(vendor, start));
    }

    private static Instant time(String since) {
        try {
            return IsoTimes.parse(since);
        } catch (DateTimeParseException e) {
            throw new RejectedMessageException(
                    ErrorCode.INVALID_MESSAGE,
                    "since must be a time as ISO-8601 has it: 2026-03-01T12:00:00Z");
        }
    }

    /** The next ids of vendors that have a location or a profile, in order. */
    private List<VendorId> idsAfter(@Nullable VendorId after, int limit) {
        var located =
                lastKnown
                        .page(LocationTopic.FAMILY, after == null ? null : after.value(), limit)
                        .stream()
                        .map(value -> new VendorId(value.key()));
        var named = profiles.page(after, limit).stream().map(VendorUpdate::vendorId);
        return Stream.concat(located, named).collect(Collectors.toCollection(TreeSet::new)).stream()
                .limit(limit)
                .toList();
    }

    private List<VendorState> states(List<VendorId> vendors) {
        var locations = locations(vendors);
        var names = profiles.findAll(vendors);
        return vendors.stream()
                .map(id -> new VendorState(id, locations.get(id), names.get(id)))
                .toList();
    }

    private Map<VendorId, LocationUpdate> locations(List<VendorId> vendors) {
        var keys = vendors.stream().map(VendorId::value).toList();
        return lastKnown.findAll(LocationTopic.FAMILY, keys).stream()
                .map(value -> payloads.read(value.body(), LocationUpdate.class))
                .collect(Collectors.toMap(LocationUpdate::vendorId, Function.identity()));
    }

    private static VendorId vendorId(String id) {
        return Optional.of(id)
                .filter(VendorId::isValid)
                .map(VendorId::new)
                .orElseThrow(
                        () ->
                                new RejectedMessageException(
                                        ErrorCode.INVALID_MESSAGE, "That is no vendor's id"));
    }
}
