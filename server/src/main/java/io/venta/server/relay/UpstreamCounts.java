package io.venta.server.relay;

import java.util.concurrent.atomic.LongAdder;

/** What went through upstream since the start. Thread-safe. */
final class UpstreamCounts {

    private final LongAdder published = new LongAdder();
    private final LongAdder confirmed = new LongAdder();
    private final LongAdder unconfirmed = new LongAdder();
    private final LongAdder heardMessages = new LongAdder();
    private final LongAdder heardBytes = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final LongAdder holes = new LongAdder();

    void published() {
        published.increment();
    }

    void confirmed() {
        confirmed.increment();
    }

    /** Its connection was lost before its confirmation. */
    void unconfirmed() {
        unconfirmed.increment();
    }

    void heard(long messages, long bytes) {
        heardMessages.add(messages);
        heardBytes.add(bytes);
    }

    /** A message was too large. */
    void skipped() {
        skipped.increment();
    }

    /** Some messages of a queue may never have been heard. */
    void hole() {
        holes.increment();
    }

    LongAdder publishedTotal() {
        return published;
    }

    LongAdder confirmedTotal() {
        return confirmed;
    }

    LongAdder unconfirmedTotal() {
        return unconfirmed;
    }

    LongAdder heardMessagesTotal() {
        return heardMessages;
    }

    LongAdder heardBytesTotal() {
        return heardBytes;
    }

    LongAdder skippedTotal() {
        return skipped;
    }

    LongAdder holesTotal() {
        return holes;
    }
}
