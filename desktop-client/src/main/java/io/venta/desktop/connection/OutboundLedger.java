package io.venta.desktop.connection;

import io.venta.desktop.connection.OutboundItem.State;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link OutboundQueue} holds, in order: what is to be sent, what was not sent, and which
 * ids have arrived. Guarded by the queue.
 */
final class OutboundLedger {

    private static final int REMEMBERED = 500;
    private static final int NOTED = 20;

    /** A request with what becomes of it. */
    static final class Entry {

        private final OutboundRequest request;
        private final CompletableFuture<Void> future = new CompletableFuture<>();
        private OutboundItem item;

        private Entry(OutboundRequest request, OutboundItem item) {
            this.request = request;
            this.item = item;
        }

        OutboundRequest request() {
            return request;
        }

        CompletableFuture<Void> future() {
            return future;
        }

        boolean is(State state) {
            return item.state() == state;
        }

        boolean wasTried() {
            return item.tried();
        }

        void become(State state) {
            item = item.becomes(state);
        }
    }

    private final SequencedMap<UUID, Entry> entries = new LinkedHashMap<>();
    private final SequencedMap<UUID, CompletableFuture<Void>> arrived = new LinkedHashMap<>();

    List<OutboundItem> items() {
        return entries.values().stream().map(entry -> entry.item).toList();
    }

    long pending() {
        return entries.values().stream().filter(entry -> entry.item.pending()).count();
    }

    /** What becomes of a request that waits or has arrived. */
    Optional<CompletableFuture<Void>> known(UUID id) {
        Entry entry = entries.get(id);
        return entry != null && entry.item.pending()
                ? Optional.of(entry.future)
                : Optional.ofNullable(arrived.get(id));
    }

    Entry add(OutboundRequest request, Instant now) {
        OutboundItem item =
                new OutboundItem(
                        request.id(), request.description(), now, State.WAITING, false, null);
        Entry entry = new Entry(request, item);
        entries.remove(request.id());
        entries.put(request.id(), entry);
        return entry;
    }

    /** Takes away what is not on its way. */
    @Nullable Entry remove(UUID id) {
        Entry entry = entries.get(id);
        return entry == null || entry.is(State.SENDING) ? null : entries.remove(id);
    }

    /** The next to be sent; none while one is on its way. */
    Optional<Entry> next() {
        boolean busy = entries.values().stream().anyMatch(entry -> entry.is(State.SENDING));
        return busy
                ? Optional.empty()
                : entries.values().stream().filter(entry -> entry.is(State.WAITING)).findFirst();
    }

    void arrived(Entry entry) {
        UUID id = entry.request.id();
        entries.remove(id);
        arrived.put(id, entry.future);
        if (arrived.size() > REMEMBERED) {
            arrived.pollFirstEntry();
        }
    }

    void refused(Entry entry, String why) {
        entry.item = entry.item.refused(why);
        forgetOldNotes();
    }

    /** Marks what has waited since before a moment, and answers it. */
    List<Entry> expire(Instant oldest) {
        List<Entry> expired =
                entries.values().stream()
                        .filter(entry -> entry.is(State.WAITING))
                        .filter(entry -> entry.item.since().isBefore(oldest))
                        .toList();
        expired.forEach(entry -> entry.become(State.EXPIRED));
        forgetOldNotes();
        return expired;
    }

    private void forgetOldNotes() {
        List<UUID> notes =
                entries.values().stream()
                        .filter(entry -> !entry.item.pending())
                        .map(entry -> entry.request.id())
                        .toList();
        notes.stream().limit(Math.max(0, notes.size() - NOTED)).forEach(entries::remove);
    }
}
