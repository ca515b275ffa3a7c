package io.venta.server.presence;

import io.venta.model.ErrorCode;
import io.venta.model.location.VendorId;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresencePage;
import io.venta.model.presence.PresenceStatus;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.vendor.VendorAccess;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers who is here, to those who may know. */
@RestController
@RequestMapping("/api/presence")
class PresenceQueryController {

    private static final int MOST_IDS = 500;
    private static final int MAX_LIMIT = 1000;

    private final PresenceView view;
    private final PresenceStore store;
    private final VendorAccess access;

    PresenceQueryController(PresenceView view, PresenceStore store, VendorAccess access) {
        this.view = view;
        this.store = store;
        this.access = access;
    }

    @GetMapping
    PresencePage some(
            @RequestParam(required = false) @Nullable List<String> users,
            @RequestParam(required = false) @Nullable List<String> vendors,
            Principal user) {
        if ((users == null) == (vendors == null)) {
            throw invalid("Ask for users or for vendors");
        }
        var subjects =
                users != null
                        ? users.stream().map(id -> user(id, user)).distinct().toList()
                        : vendors.stream().map(id -> vendor(id, user)).distinct().toList();
        if (subjects.size() > MOST_IDS) {
            throw invalid("At most " + MOST_IDS + " at a time");
        }
        return new PresencePage(entries(subjects), null);
    }

    @GetMapping("/online")
    PresencePage online(
            @RequestParam(defaultValue = "vendor") String kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit,
            Principal user) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw invalid("limit must be 1 to " + MAX_LIMIT);
        }
        if (!access.mayWatchAll(user)) {
            throw forbidden();
        }
        var page =
                switch (kind) {
                    case "vendor" -> view.page(PresenceKind.VENDOR, after, limit);
                    case "user" -> view.page(PresenceKind.USER, after, limit);
                    default -> throw invalid("kind is user or vendor");
                };
        return new PresencePage(page, page.size() == limit ? page.getLast().id() : null);
    }

    private List<PresenceEntry> entries(List<Subject> subjects) {
        var entries = subjects.stream().map(view::entry).toList();
        var offline =
                entries.stream()
                        .filter(entry -> entry.status() == PresenceStatus.OFFLINE)
                        .map(entry -> new Subject(entry.kind(), entry.id()))
                        .toList();
        var seen = lastSeen(offline);
        return entries.stream().map(entry -> withLastSeen(entry, seen)).toList();
    }

    /** Without it where the store is away: the entry says that it is degraded. */
    private Map<Subject, Instant> lastSeen(List<Subject> offline) {
        if (offline.isEmpty() || view.isDegraded()) {
            return Map.of();
        }
        try {
            return store.lastSeen(offline);
        } catch (DataAccessException e) {
            return Map.of();
        }
    }

    private static PresenceEntry withLastSeen(PresenceEntry entry, Map<Subject, Instant> seen) {
        var at = seen.get(new Subject(entry.kind(), entry.id()));
        return at == null || entry.status() != PresenceStatus.OFFLINE
                ? entry
                : new PresenceEntry(
                        entry.kind(),
                        entry.id(),
                        entry.status(),
                        entry.devices(),
                        at,
                        entry.degraded());
    }

    private Subject user(String id, Principal user) {
        if (!id.equals(user.getName()) && !access.mayWatchAll(user)) {
            throw forbidden();
        }
        return Subject.user(id);
    }

    private Subject vendor(String id, Principal user) {
        if (!VendorId.isValid(id)) {
            throw invalid("That is no vendor's id");
        }
        var vendor = new VendorId(id);
        if (!access.mayWatch(user, vendor)) {
            throw forbidden();
        }
        return Subject.vendor(vendor);
    }

    private static RejectedMessageException invalid(String reason) {
        return new RejectedMessageException(ErrorCode.INVALID_MESSAGE, reason);
    }

    private static RejectedMessageException forbidden() {
        return new RejectedMessageException(
                ErrorCode.AUTHORIZATION_FAILED, "You may not know who is here");
    }
}
