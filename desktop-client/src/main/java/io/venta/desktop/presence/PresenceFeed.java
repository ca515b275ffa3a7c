package io.venta.desktop.presence;

import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.connection.GatewayConnection.Subscription;
import io.venta.desktop.connection.GatewayMessage;
import io.venta.model.presence.PresenceDiff;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresencePage;
import io.venta.model.presence.PresenceState;
import io.venta.model.presence.PresenceStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings what the gateway says of one kind to {@link Presences}: of everybody at once; where they
 * are too many to be named, of those that are watched. JavaFX thread only, but for what the
 * connection calls.
 */
final class PresenceFeed {

    /** Far below what a session may subscribe to. */
    private static final int MOST = 120;

    /** As many new subscriptions a second as a server takes for ever. */
    private static final int MOST_AT_ONCE = 20;

    private static final System.Logger LOG = System.getLogger(PresenceFeed.class.getName());

    /**
     * What the two kinds differ in.
     *
     * @param all the destination of everybody
     * @param one the destination of one, by id
     * @param question the path that asks for some, whose ids follow with commas
     */
    record Kind(String all, Function<String, String> one, String question) {}

    private final Presences known;
    private final Kind kind;
    private final GatewayConnection connection;
    private final Executor pulse;
    private final Map<String, Subscription> watched = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    PresenceFeed(Presences known, Kind kind, GatewayConnection connection, Executor pulse) {
        this.known = known;
        this.kind = kind;
        this.connection = connection;
        this.pulse = pulse;
        connection.subscribe(kind.all(), message -> pulse.execute(() -> takeAll(message)));
    }

    /**
     * Called once a second with those that somebody looks at, the most important first. Who was
     * looked at before stays watched while there is room.
     */
    void watch(Collection<String> ids) {
        if (known.whole()) {
            endBeyond(0);
            askWhenSeen(ids);
        } else if (known.tooMany()) {
            List<String> wanted = ids.stream().distinct().limit(MOST).toList();
            int room = MOST_AT_ONCE;
            for (String id : wanted.reversed()) {
                Subscription open = watched.remove(id);
                if (open != null || room-- > 0) {
                    watched.put(id, open == null ? hear(id) : open);
                }
            }
            endBeyond(MOST);
            known.keepOnly(watched.keySet());
        }
    }

    private void takeAll(GatewayMessage message) {
        switch (message.payload()) {
            case PresenceState state -> {
                asked.clear();
                known.takeAll(state);
            }
            case PresenceDiff diff -> known.take(diff);
            default -> {}
        }
    }

    private Subscription hear(String id) {
        return connection.subscribe(
                kind.one().apply(id), message -> pulse.execute(() -> takeOne(message)));
    }

    private void takeOne(GatewayMessage message) {
        switch (message.payload()) {
            case PresenceState state -> known.take(state);
            case PresenceDiff diff -> known.take(diff);
            default -> {}
        }
    }

    private void endBeyond(int most) {
        Iterator<Subscription> oldest = watched.values().iterator();
        for (int over = watched.size() - most; over > 0; over--) {
            oldest.next().cancel();
            oldest.remove();
        }
    }

    /** Of all at once the server names only who is here; of the others it is asked, once each. */
    private void askWhenSeen(Collection<String> ids) {
        List<String> unknown =
                ids.stream().filter(this::isUnknown).filter(asked::add).limit(MOST).toList();
        if (unknown.isEmpty()) {
            return;
        }
        String list =
                unknown.stream()
                        .map(id -> URLEncoder.encode(id, StandardCharsets.UTF_8))
                        .collect(Collectors.joining(","));
        var unused =
                connection
                        .ask(kind.question() + list, PresencePage.class)
                        .whenComplete(
                                (page, failure) -> {
                                    if (page == null) {
                                        LOG.log(
                                                System.Logger.Level.DEBUG,
                                                "Not told when seen",
                                                failure);
                                    } else {
                                        pulse.execute(() -> known.learn(page.entries()));
                                    }
                                });
    }

    private boolean isUnknown(String id) {
        return known.find(id).filter(PresenceFeed::isAwaySinceUnknown).isPresent();
    }

    private static boolean isAwaySinceUnknown(PresenceEntry entry) {
        return entry.status() == PresenceStatus.OFFLINE && entry.lastSeen() == null;
    }
}
