package io.venta.server.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.venta.model.ErrorCode;
import io.venta.model.Role;
import io.venta.server.error.RejectedMessageException;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The events that each user of this node may still send: in all, and of each kind.
 *
 * <p>Known from memory alone, so that a SEND waits for nobody. A user that has been quiet for so
 * long that nothing is missing is forgotten. Thread-safe.
 */
@Component
final class EventLimits implements EventBudget {

    private static final Duration REMEMBERED = Duration.ofMinutes(2);
    private static final long MOST_USERS = 200_000;

    private final RateSettings settings;
    private final TimeMeter time;
    private final Cache<Allowed, Map<EventKind, Bucket>> users;

    EventLimits(RateSettings settings, TimeMeter time) {
        this.settings = settings;
        this.time = time;
        this.users =
                Caffeine.newBuilder()
                        .ticker(time::currentTimeNanos)
                        .expireAfterAccess(REMEMBERED)
                        .maximumSize(MOST_USERS)
                        .build();
    }

    @Override
    public void spend(Principal user, EventKind kind, int events) {
        var allowed = new Allowed(user.getName(), perMinute(user));
        if (events == 0 || allowed.perMinute() == 0) {
            return;
        }
        var buckets = users.get(allowed, _ -> new ConcurrentHashMap<>(4));
        var all =
                buckets.computeIfAbsent(
                        EventKind.OTHER, _ -> Buckets.perMinute(allowed.perMinute(), time));
        take(all, events, allowed.perMinute());
        var ofKind = perMinute(kind);
        if (ofKind > 0) {
            try {
                var bucket = buckets.computeIfAbsent(kind, _ -> Buckets.perMinute(ofKind, time));
                take(bucket, events, ofKind);
            } catch (RejectedMessageException e) {
                all.addTokens(events);
                throw e;
            }
        }
    }

    private static void take(Bucket bucket, int events, int perMinute) {
        if (events > 1 && events >= perMinute) {
            throw new RejectedMessageException(
                    ErrorCode.INVALID_MESSAGE,
                    "You may not send so many at once",
                    Map.of("items", events + 1, "limit", perMinute));
        }
        var probe = bucket.tryConsumeAndReturnRemaining(events);
        if (!probe.isConsumed()) {
            throw Buckets.exceeded(
                    "You may send " + perMinute + " a minute", probe.getNanosToWaitForRefill());
        }
    }

    private int perMinute(Principal user) {
        if (settings.events() == 0 || Roles.has(user, Role.SERVICE, Role.ADMIN)) {
            return 0;
        }
        return Roles.has(user, Role.VENDOR) ? settings.vendorEvents() : settings.events();
    }

    private int perMinute(EventKind kind) {
        return switch (kind) {
            case LOCATION_REPORT -> settings.locationReports();
            case ROOM_MESSAGE -> settings.roomMessages();
            case TYPING -> settings.typing();
            case OTHER -> 0;
        };
    }

    private record Allowed(String user, int perMinute) {}
}
