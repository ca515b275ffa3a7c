package io.venta.server.presence;

import io.venta.model.MessageType;
import io.venta.model.presence.PresenceDiff;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceStatus;
import io.venta.server.topic.Listeners;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells this node's subscribers what has changed, four times a second at most: who watches one its
 * entry, who watches all of a kind everything together, or how many there are.
 */
@Component
class PresenceBroadcast {

    private final PresenceView view;
    private final PresenceTopic topic;
    private final Listeners listeners;
    private final SimpMessageSendingOperations messaging;

    PresenceBroadcast(
            PresenceView view,
            PresenceTopic topic,
            Listeners listeners,
            @Lazy SimpMessageSendingOperations messaging) {
        this.view = view;
        this.topic = topic;
        this.listeners = listeners;
        this.messaging = messaging;
    }

    @Scheduled(fixedDelay = 250)
    void send() {
        var changes = new LinkedHashMap<Subject, Change>();
        for (var subject : view.takeChanged()) {
            var entry = view.entry(subject);
            var before = topic.shown(subject.kind()).show(entry);
            if (!entry.equals(before)) {
                changes.put(subject, new Change(before, entry));
            }
        }
        if (changes.isEmpty()) {
            return;
        }
        for (var kind : PresenceKind.values()) {
            sendAll(kind, changes);
        }
        changes.forEach(this::sendOne);
    }

    private void sendAll(PresenceKind kind, Map<Subject, Change> changes) {
        var own = new ArrayList<Change>();
        changes.forEach(
                (subject, change) -> {
                    if (subject.kind() == kind && !change.isOfNobody()) {
                        own.add(change);
                    }
                });
        if (own.isEmpty()) {
            return;
        }
        var shown = topic.shown(kind);
        var all = topic.destination(kind.wireName() + '.' + PresenceTopic.EVERYBODY);
        var isOther = shown.settle();
        if (!listeners.isHeard(all)) {
            return;
        }
        if (isOther) {
            messaging.convertAndSend(all, shown.state(), type(MessageType.PRESENCE_STATE));
        } else if (shown.isCounting()) {
            send(all, new PresenceDiff(List.of(), List.of(), List.of(), shown.counts()));
        } else {
            send(all, diff(own));
        }
    }

    /** Nothing is written for nobody: most are not watched. */
    private void sendOne(Subject subject, Change change) {
        var destination = subject.destination();
        if (listeners.isHeard(destination)) {
            send(destination, diff(List.of(change)));
        }
    }

    private void send(String destination, PresenceDiff diff) {
        messaging.convertAndSend(destination, diff, type(MessageType.PRESENCE_DIFF));
    }

    private static PresenceDiff diff(List<Change> changes) {
        var joins = new ArrayList<PresenceEntry>();
        var updates = new ArrayList<PresenceEntry>();
        var leaves = new ArrayList<String>();
        for (var change : changes) {
            if (change.isLeave()) {
                leaves.add(change.after().id());
            } else if (change.before() == null && !change.isOfNobody()) {
                joins.add(change.after());
            } else {
                updates.add(change.after());
            }
        }
        return new PresenceDiff(joins, updates, leaves, null);
    }

    private static Map<String, Object> type(MessageType type) {
        return Map.of(MessageType.HEADER, type.wireName());
    }

    /**
     * What an entry was told to be, and what it is.
     *
     * @param before null for offline
     */
    private record Change(@Nullable PresenceEntry before, PresenceEntry after) {

        boolean isLeave() {
            return before != null && after.status() == PresenceStatus.OFFLINE;
        }

        /** Of somebody who is offline as before, and of whom more is known. */
        boolean isOfNobody() {
            return before == null && after.status() == PresenceStatus.OFFLINE;
        }
    }
}
