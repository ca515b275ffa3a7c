package io.venta.desktop.connection;

import io.venta.desktop.connection.OutboundItem.State;
import io.venta.desktop.connection.OutboundLedger.Entry;
import io.venta.model.ErrorCode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/**
 * What a user did, on its way to the server: one after the other, in the order it was done, each
 * once. What meets no answer is sent again with the same id, by which the server knows it. While
 * there is no connection all of it waits; what has waited for an hour is not sent any more, for
 * nobody expects it by then. What was not sent stays in the list until somebody takes note.
 *
 * <p>Any thread may call. Listeners are called on the thread that changed something, outside of
 * every lock.
 */
public final class OutboundQueue {

    /** How many may wait. */
    static final int CAPACITY = 100;

    static final Duration PATIENCE = Duration.ofHours(1);

    /** Takes one to the server and waits for the answer. */
    interface Sender {
        void send(OutboundRequest request) throws IOException, RefusedException;
    }

    private final Sender sender;
    private final InstantSource clock;
    private final Backoff backoff;
    private final Executor beside;
    private final OutboundLedger ledger = new OutboundLedger();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Instant notBefore = Instant.MIN;
    private boolean told;
    private int failures;
    private boolean open;
    private boolean closed;

    OutboundQueue(Sender sender, InstantSource clock, Backoff backoff, Executor beside) {
        this.sender = sender;
        this.clock = clock;
        this.backoff = backoff;
        this.beside = beside;
    }

    /** All that has not reached the server, in order. */
    public synchronized List<OutboundItem> items() {
        return ledger.items();
    }

    /** Hears that the items are others. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Takes one away that is not on its way; false if it is, or is not known. */
    public boolean cancel(UUID id) {
        Entry entry;
        synchronized (this) {
            entry = ledger.remove(id);
        }
        if (entry == null) {
            return false;
        }
        entry.future().cancel(false);
        changed();
        return true;
    }

    /** Takes all away that are not on their way. */
    public void cancelAll() {
        items().forEach(item -> cancel(item.id()));
    }

    /** Takes one. The same one is taken once; its future tells what becomes of it. */
    CompletableFuture<Void> add(OutboundRequest request) {
        Entry entry;
        synchronized (this) {
            Optional<CompletableFuture<Void>> known = ledger.known(request.id());
            if (known.isPresent()) {
                return known.get();
            }
            if (closed) {
                return notSent("You have signed out");
            }
            if (ledger.pending() >= CAPACITY) {
                return notSent(CAPACITY + " actions wait to be sent already");
            }
            entry = ledger.add(request, clock.instant());
        }
        var unused =
                entry.future()
                        .whenComplete(
                                (sent, failure) -> {
                                    if (entry.future().isCancelled()) {
                                        cancel(request.id());
                                    }
                                });
        changed();
        pump();
        return entry.future();
    }

    /** Whether there is a connection. A wait that the server asked for outlasts it. */
    void open(boolean is) {
        synchronized (this) {
            open = is;
            failures = 0;
            if (!told) {
                notBefore = Instant.MIN;
            }
        }
        pump();
    }

    /** Lets time pass. */
    void tick() {
        expire();
        pump();
    }

    /** Drops all that waits; nothing is taken any more. */
    void close() {
        synchronized (this) {
            closed = true;
            open = false;
        }
        cancelAll();
    }

    private void pump() {
        Entry next;
        synchronized (this) {
            next = ledger.next().orElse(null);
            if (next == null || !open || clock.instant().isBefore(notBefore)) {
                return;
            }
            next.become(State.SENDING);
        }
        changed();
        beside.execute(() -> send(next));
    }

    private void send(Entry entry) {
        try {
            sender.send(entry.request());
            arrived(entry);
        } catch (IOException e) {
            again(entry, Optional.empty());
        } catch (RefusedException e) {
            // A token that is over says nothing of what was sent with it.
            if (e.code().retryable() || e.code() == ErrorCode.AUTHENTICATION_FAILED) {
                again(entry, e.retryAfter());
            } else {
                refused(entry, e, e.reason());
            }
        } catch (RuntimeException e) {
            refused(entry, e, "It cannot be written: " + e.getMessage());
        }
        pump();
    }

    private void arrived(Entry entry) {
        synchronized (this) {
            ledger.arrived(entry);
            failures = 0;
        }
        entry.future().complete(null);
        changed();
    }

    private void again(Entry entry, Optional<Duration> after) {
        boolean dropped;
        synchronized (this) {
            failures++;
            told = after.isPresent();
            notBefore = clock.instant().plus(after.orElseGet(() -> backoff.delay(failures)));
            entry.become(State.WAITING);
            dropped = closed || entry.future().isCancelled();
        }
        if (dropped) {
            cancel(entry.request().id());
        } else {
            changed();
        }
    }

    private void refused(Entry entry, Exception why, String reason) {
        synchronized (this) {
            ledger.refused(entry, reason);
        }
        entry.future().completeExceptionally(why);
        changed();
    }

    private void expire() {
        List<Entry> expired;
        synchronized (this) {
            expired = ledger.expire(clock.instant().minus(PATIENCE));
        }
        for (Entry entry : expired) {
            String why =
                    entry.wasTried()
                            ? "There was no answer for an hour: it may have arrived"
                            : "It waited for an hour and was not sent";
            entry.future().completeExceptionally(new NotSentException(why));
        }
        if (!expired.isEmpty()) {
            changed();
        }
    }

    private static CompletableFuture<Void> notSent(String why) {
        return CompletableFuture.failedFuture(new NotSentException(why));
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
