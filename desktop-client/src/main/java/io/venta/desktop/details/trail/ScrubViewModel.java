package io.venta.desktop.details.trail;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.Ages;
import io.venta.desktop.fx.Moments;
import io.venta.desktop.fx.Places;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Trail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which fix of a trail is looked at: the newest, live, or an older one, at which it stays while new
 * ones come. JavaFX thread only.
 */
public final class ScrubViewModel {

    // Properties

    private final ObjectProperty<@Nullable Fix> scrubbed = new SimpleObjectProperty<>();

    private final TrailViewModel hour;
    private final Moments moments;

    /** Goes through the trail of {@code hour}. */
    public ScrubViewModel(TrailViewModel hour, Clock clock) {
        this.hour = hour;
        this.moments = new Moments(clock);
        hour.trailProperty().addListener((property, before, now) -> stay());
    }

    /** The fix that is looked at; null while live. */
    public ObjectProperty<@Nullable Fix> scrubbedProperty() {
        return scrubbed;
    }

    /** A fix in words: when, how fast, where to. */
    String words(Fix fix) {
        return text("trail.at", time(fix), motion(fix));
    }

    String time(Fix fix) {
        return moments.brief(fix.timestamp());
    }

    private static String motion(Fix fix) {
        String speed = Ages.speed(fix.speed());
        return Double.isNaN(fix.heading())
                ? speed
                : text("trail.motion", speed, Places.heading(fix.heading()));
    }

    // Commands

    /** Back to live; false where it is. */
    public boolean toLive() {
        boolean away = scrubbed.get() != null;
        scrubbed.set(null);
        return away;
    }

    /** To the fix nearest to a moment; live behind the newest one. */
    void to(Instant moment) {
        Fix last = hour.trailProperty().get().last();
        boolean behind = last == null || !moment.isBefore(hour.end());
        scrubbed.set(behind ? null : nearest(moment));
    }

    /** To the oldest one. */
    void toOldest() {
        List<Fix> fixes = fixes();
        scrubbed.set(fixes.isEmpty() ? null : fixes.getFirst());
    }

    /** Some fixes on, or back where negative; live behind the newest one. */
    void step(int by) {
        List<Fix> fixes = fixes();
        int there = position() + by;
        boolean behind = fixes.isEmpty() || there >= fixes.size() - 1;
        scrubbed.set(behind ? null : fixes.get(Math.max(0, there)));
    }

    /** Some time on, or back where negative; at least one fix. */
    void step(Duration by) {
        Fix from = scrubbed.get();
        Instant there = (from == null ? hour.end() : from.timestamp()).plus(by);
        Fix next = nearest(there);
        Fix unmoved = from == null ? hour.trailProperty().get().last() : from;
        if (!there.isBefore(hour.end())) {
            scrubbed.set(null);
        } else if (Objects.equals(next, unmoved)) {
            step(by.isNegative() ? -1 : 1);
        } else {
            scrubbed.set(next);
        }
    }

    /** The fix nearest to a moment; null where there is none. */
    @Nullable Fix nearest(Instant moment) {
        Fix best = null;
        Duration distance = Trail.SPAN.multipliedBy(2);
        for (Fix fix : fixes()) {
            Duration to = Duration.between(fix.timestamp(), moment).abs();
            if (to.compareTo(distance) <= 0) {
                best = fix;
                distance = to;
            }
        }
        return best;
    }

    private int position() {
        Fix fix = scrubbed.get();
        int there = fix == null ? -1 : fixes().indexOf(fix);
        return there < 0 ? fixes().size() - 1 : there;
    }

    /** Who was thinned out, or has become too old, has a neighbour that is left. */
    private void stay() {
        Fix fix = scrubbed.get();
        if (fix != null && !fixes().contains(fix)) {
            scrubbed.set(nearest(fix.timestamp()));
        }
    }

    private List<Fix> fixes() {
        return hour.trailProperty().get().fixes();
    }
}
