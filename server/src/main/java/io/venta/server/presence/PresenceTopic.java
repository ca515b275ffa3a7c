package io.venta.server.presence;

import io.venta.model.MessageType;
import io.venta.model.UserKey;
import io.venta.model.location.VendorId;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceState;
import io.venta.server.error.JsonPayloads;
import io.venta.server.topic.LiveTopic;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Presence as subscribers are told of it: the state once, then what {@link PresenceBroadcast}
 * sends. Thread-safe.
 */
@Component
final class PresenceTopic implements LiveTopic {

    static final String EVERYBODY = "*";

    private final PresenceView view;
    private final JsonPayloads payloads;
    private final Map<PresenceKind, ShownPresence> shown = new EnumMap<>(PresenceKind.class);

    PresenceTopic(PresenceView view, PresenceSettings settings, JsonPayloads payloads) {
        this.view = view;
        this.payloads = payloads;
        for (var kind : PresenceKind.values()) {
            shown.put(kind, new ShownPresence(settings.maxEntries()));
        }
    }

    @Override
    public String family() {
        return "presence";
    }

    @Override
    public MessageType openingType() {
        return MessageType.PRESENCE_STATE;
    }

    @Override
    public byte[] opening(String key) {
        var dot = key.indexOf('.');
        var kind = key.startsWith("vendor.") ? PresenceKind.VENDOR : PresenceKind.USER;
        var name = key.substring(dot + 1);
        return name.equals(EVERYBODY)
                ? shown(kind).encoded(payloads::write)
                : payloads.write(state(subject(kind, name)));
    }

    /** What those hear of it who watch everybody of a kind. */
    ShownPresence shown(PresenceKind kind) {
        var all = shown.get(kind);
        if (all == null) {
            throw new IllegalStateException("Every kind is shown");
        }
        return all;
    }

    /** Who came since the last diff comes with the next one. */
    private PresenceState state(Subject subject) {
        var known = shown(subject.kind()).find(subject.id());
        return new PresenceState(List.of(known == null ? view.offline(subject) : known), null);
    }

    private static Subject subject(PresenceKind kind, String name) {
        return kind == PresenceKind.VENDOR
                ? Subject.vendor(new VendorId(name))
                : Subject.user(new UserKey(name).userId());
    }
}
