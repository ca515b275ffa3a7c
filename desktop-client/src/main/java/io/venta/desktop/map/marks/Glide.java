package io.venta.desktop.map.marks;

import io.venta.desktop.map.projection.WebMercator;
import io.venta.desktop.vendor.Fix;
import java.time.Duration;

/**
 * A mark's way from where it was shown to its newest fix, in the square of {@link WebMercator}; the
 * short way round the earth.
 *
 * <p>It takes as long as lay between the two fixes, but 2 s at most, so that the screen is never
 * further behind; a jump is a cut.
 *
 * @param fix where it leads
 * @param fromX where it starts
 * @param fromY where it starts
 * @param toX where it ends
 * @param toY where it ends
 * @param start on the clock of the frames
 * @param nanos how long it takes; 0: there at once
 */
public record Glide(
        Fix fix, double fromX, double fromY, double toX, double toY, long start, long nanos) {

    private static final Duration LONGEST = Duration.ofSeconds(2);

    /** Stands where the fix says. */
    public static Glide at(Fix fix) {
        double x = WebMercator.x(fix.position().lng());
        double y = WebMercator.y(fix.position().lat());
        return new Glide(fix, x, y, x, y, 0, 0);
    }

    /** Sets out for the next fix from where the mark is at this moment. */
    Glide towards(Fix next, long now) {
        Glide arrived = at(next);
        if (next.jump()) {
            return arrived;
        }
        Duration length = next.interval().compareTo(LONGEST) < 0 ? next.interval() : LONGEST;
        return new Glide(next, x(now), y(now), arrived.toX, arrived.toY, now, length.toNanos());
    }

    boolean moving(long now) {
        return now - start < nanos;
    }

    /** Where the mark is at a moment. */
    public double x(long now) {
        double distance = toX - fromX;
        return fromX + (distance - Math.rint(distance)) * done(now);
    }

    /** Where the mark is at a moment. */
    public double y(long now) {
        return fromY + (toY - fromY) * done(now);
    }

    private double done(long now) {
        return nanos == 0 ? 1 : Math.clamp((now - start) / (double) nanos, 0, 1);
    }
}
