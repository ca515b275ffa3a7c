package io.venta.desktop.vendor;

import io.venta.model.location.TrailPoint;
import io.venta.model.location.VendorTrail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a vendor was, oldest first. However fast its fixes come, those that lie close together make
 * room for the next, as on the server; the newest is always there.
 *
 * @param fixes each newer than the one before; one that {@link Fix#jump() jumps} begins a new line
 */
public record Trail(List<Fix> fixes) {

    /** Nothing is known. */
    public static final Trail NONE = new Trail(List.of());

    /** How far a trail reaches back. */
    public static final Duration SPAN = Duration.ofHours(1);

    /** A little less than what the server keeps, so that of its points none goes. */
    private static final Duration CLOSE = Duration.ofSeconds(4);

    /** Only who jumps with each fix would have more. */
    private static final int MOST = 3_600;

    /** Keeps a copy. */
    public Trail {
        fixes = List.copyOf(fixes);
    }

    /** What the server knows. */
    public static Trail of(VendorTrail answer) {
        List<Fix> fixes = new ArrayList<>();
        for (TrailPoint point : answer.points()) {
            Fix before = fixes.isEmpty() ? null : fixes.getLast();
            if (before == null || point.timestamp().isAfter(before.timestamp())) {
                fixes.add(Fix.of(point, before));
            }
        }
        return new Trail(fixes);
    }

    /** With one more at its end; what is not newer changes nothing. */
    public Trail and(Fix next) {
        Fix last = last();
        if (last != null && !next.timestamp().isAfter(last.timestamp())) {
            return this;
        }
        List<Fix> longer = new ArrayList<>(fixes);
        append(longer, next);
        return new Trail(longer);
    }

    /** With all that another trail of the same vendor has; of the same moment this one's counts. */
    public Trail and(Trail other) {
        TreeMap<Instant, Fix> byTime = new TreeMap<>();
        other.fixes.forEach(fix -> byTime.put(fix.timestamp(), fix));
        fixes.forEach(fix -> byTime.put(fix.timestamp(), fix));
        List<Fix> joined = new ArrayList<>();
        byTime.values().forEach(fix -> append(joined, fix));
        return new Trail(joined);
    }

    /** Without what is older. */
    public Trail since(Instant start) {
        int old = 0;
        while (old < fixes.size() && fixes.get(old).timestamp().isBefore(start)) {
            old++;
        }
        return old == 0 ? this : new Trail(fixes.subList(old, fixes.size()));
    }

    /** The newest; null where nothing is known. */
    public @Nullable Fix last() {
        return fixes.isEmpty() ? null : fixes.getLast();
    }

    private static void append(List<Fix> fixes, Fix next) {
        int size = fixes.size();
        if (size >= 2 && isBetween(fixes.get(size - 2), fixes.get(size - 1), next)) {
            fixes.removeLast();
        } else if (size == MOST) {
            fixes.removeFirst();
        }
        fixes.add(next.after(fixes.isEmpty() ? null : fixes.getLast()));
    }

    /** Whether the middle one says little: close to the one before, on the same line as both. */
    private static boolean isBetween(Fix before, Fix middle, Fix next) {
        boolean close =
                Duration.between(before.timestamp(), middle.timestamp()).compareTo(CLOSE) < 0;
        return close && !middle.jump() && !next.after(middle).jump();
    }
}
