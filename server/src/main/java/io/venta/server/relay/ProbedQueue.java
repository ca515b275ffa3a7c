package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What this node's numbered probes say of one of its queues at the broker. Thread-safe.
 *
 * <p>The queue is bounded and drops the oldest without a sign; a number that is missing is the
 * sign. As it fills for more than a second before it drops, messages between two probes may be gone
 * as well once it was that far behind.
 */
final class ProbedQueue {

    private static final Duration BEHIND = Duration.ofSeconds(1);
    private static final Duration DEAD = Duration.ofSeconds(10);
    private static final int REMEMBERED = 64;

    private final String destination;
    private final LongSupplier nanos;
    private final long[] sentAt = new long[REMEMBERED];
    private final long[] confirmedAt = new long[REMEMBERED];
    private long sent;
    private long confirmed;
    private long heard;
    private long lag;
    private boolean wasBehind;

    ProbedQueue(String destination, LongSupplier nanos) {
        this.destination = destination;
        this.nanos = nanos;
    }

    /** Where its probes are published. */
    String destination() {
        return destination;
    }

    /** {@code location}, {@code vendor}, {@code gateway}; without the node. */
    String name() {
        return destination.startsWith("/topic/")
                ? destination.substring("/topic/".length(), destination.indexOf('.'))
                : "gateway";
    }

    /** The body of the next probe, on its way now. */
    synchronized byte[] next() {
        sentAt[slot(++sent)] = nanos.getAsLong();
        return Long.toString(sent).getBytes(US_ASCII);
    }

    /** The broker has put a probe into the queue. */
    synchronized void confirmed(long number) {
        while (confirmed < number) {
            confirmedAt[slot(++confirmed)] = nanos.getAsLong();
        }
    }

    /** The number of the probe sent last. */
    synchronized long sent() {
        return sent;
    }

    /**
     * One of its probes has come; what is none, or comes again, changes nothing.
     *
     * @return whether messages before it may have been missed
     */
    synchronized boolean heard(byte[] body) {
        var number = number(body);
        if (number <= heard || number > sent) {
            return false;
        }
        var isHole = number > heard + 1;
        heard = number;
        lag = sent - number < REMEMBERED ? nanos.getAsLong() - sentAt[slot(number)] : lag;
        var isBehind = lag > BEHIND.toNanos();
        var caughtUp = wasBehind && !isBehind;
        wasBehind = isBehind;
        return isHole || caughtUp;
    }

    /** The queue is a new one: what it never held is not missed. */
    synchronized void renew() {
        heard = sent;
        confirmed = sent;
        lag = 0;
        wasBehind = false;
    }

    /** How far behind it is: the last probe's way, or the age of one that has not come yet. */
    synchronized Duration lag() {
        return Duration.ofNanos(Math.max(lag, heard < sent ? ageOfNext(sentAt) : 0));
    }

    /** Whether the broker has had a probe for ten seconds and this node has not. */
    synchronized boolean isSilent() {
        return heard < confirmed && ageOfNext(confirmedAt) > DEAD.toNanos();
    }

    /** Whether the broker has not confirmed a probe for ten seconds. */
    synchronized boolean isUnconfirmed() {
        return confirmed < sent
                && sent - confirmed < REMEMBERED
                && nanos.getAsLong() - sentAt[slot(confirmed + 1)] > DEAD.toNanos();
    }

    private long ageOfNext(long[] times) {
        return nanos.getAsLong() - times[slot(Math.max(heard + 1, sent - REMEMBERED + 1))];
    }

    private static long number(byte[] body) {
        try {
            return Long.parseLong(new String(body, US_ASCII));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static int slot(long number) {
        return (int) (number % REMEMBERED);
    }
}
