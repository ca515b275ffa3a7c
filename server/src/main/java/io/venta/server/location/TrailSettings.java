package io.venta.server.location;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much is kept of where vendors were.
 *
 * <p>Time is cut into slots of one interval, the same on all nodes, and a trail has one point of
 * each at most: so nodes that hear the same fixes choose the same ones.
 *
 * @param length how far back trails reach; zero: none are kept
 * @param interval the time of which one fix is kept
 */
@Validated
@ConfigurationProperties("gateway.trail")
record TrailSettings(
        @NotNull @DurationMin(seconds = 0) Duration length,
        @NotNull @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration interval) {

    private static final int MOST_POINTS = 20_000;
    private static final Duration AHEAD = Duration.ofDays(1);

    /** Whether a trail can be read at once. */
    @AssertTrue(message = "a trail of that length has more than 20,000 points")
    boolean isBounded() {
        return interval.toMillis() == 0 || length.dividedBy(interval) <= MOST_POINTS;
    }

    boolean isOff() {
        return length.isZero();
    }

    /** What is older is kept no longer. */
    Instant oldest(Instant now) {
        return now.minus(length);
    }

    /** A moment that somebody asks from, but for times of which no fix can be kept. */
    Instant clamp(Instant since, Instant now) {
        var oldest = oldest(now);
        var latest = now.plus(AHEAD);
        return since.isBefore(oldest) ? oldest : since.isAfter(latest) ? latest : since;
    }

    /** The slot of a moment from 1970 on. */
    long slot(Instant moment) {
        return moment.toEpochMilli() / interval.toMillis();
    }
}
