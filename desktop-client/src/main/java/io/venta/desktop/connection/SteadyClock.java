package io.venta.desktop.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/**
 * The time by which the ages of what the server says are told: the server's, as far as pings tell
 * it; until then this computer's. In between it runs by what no one can set, so that a wall clock
 * that is set back changes nothing, not even where the server is away.
 *
 * <p>A wall clock that gets ahead is followed at once: the computer slept, in which the other one
 * may stand still, and what was heard before is old. Had somebody only set it, the next ping says
 * so. Thread-safe; all {@link #withZone zones} of one clock are one.
 */
public final class SteadyClock extends Clock {

    /** So far ahead the wall clock gets by no drift between two pings. */
    private static final Duration SLEPT = Duration.ofSeconds(2);

    private final Course course;
    private final ZoneId zone;

    /**
     * Starts with what {@code wall} shows.
     *
     * @param nanoTime only goes forward, and may stand still while the computer sleeps
     */
    public SteadyClock(InstantSource wall, LongSupplier nanoTime, ZoneId zone) {
        this(new Course(wall, nanoTime), zone);
    }

    private SteadyClock(Course course, ZoneId zone) {
        this.course = course;
        this.zone = zone;
    }

    /** Starts with this computer's time, in its zone. */
    public static SteadyClock start() {
        return new SteadyClock(Clock.systemUTC(), System::nanoTime, ZoneId.systemDefault());
    }

    /**
     * Takes an answer of the server's. What is already shown stays where the answer allows it, so
     * that times do not tremble with how long answers take.
     *
     * @param sentAt what this clock showed when the server was asked
     * @param receivedAt what the server's showed then
     * @param latency how long the answer took
     */
    public void hear(Instant sentAt, Instant receivedAt, Duration latency) {
        course.hear(sentAt, receivedAt, latency);
    }

    @Override
    public Instant instant() {
        return course.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SteadyClock(course, other);
    }

    /** How it goes, whatever the zone. */
    private static final class Course {

        private final InstantSource wall;
        private final LongSupplier nanoTime;
        private Instant shown;
        private long shownAt;
        private Duration ahead = Duration.ZERO;

        Course(InstantSource wall, LongSupplier nanoTime) {
            this.wall = wall;
            this.nanoTime = nanoTime;
            this.shown = wall.instant();
            this.shownAt = nanoTime.getAsLong();
        }

        synchronized Instant now() {
            long nanos = nanoTime.getAsLong();
            shown = shown.plusNanos(nanos - shownAt);
            shownAt = nanos;
            Instant byWall = wall.instant().plus(ahead);
            if (Duration.between(shown, byWall).compareTo(SLEPT) > 0) {
                shown = byWall;
            }
            return shown;
        }

        /** Who slept between question and answer cannot tell how long that took. */
        synchronized void hear(Instant sentAt, Instant receivedAt, Duration latency) {
            Instant now = now();
            Duration unmeasured = Duration.between(sentAt, now).minus(latency).abs();
            if (unmeasured.compareTo(SLEPT) > 0) {
                return;
            }
            if (now.isBefore(receivedAt) || now.isAfter(receivedAt.plus(latency))) {
                shown = receivedAt.plus(latency.dividedBy(2));
            }
            ahead = Duration.between(wall.instant(), shown);
        }
    }
}
