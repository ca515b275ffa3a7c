package io.venta.desktop.map.marks;

import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Vendor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A vendor on the map. It lives as long as the vendor is shown and is moved from frame to frame, so
 * that ten thousand of them cost no memory a frame. JavaFX thread only.
 */
public final class Mark {

    /** Nobody is stale before. */
    private static final Duration SILENCE = Duration.ofSeconds(90);

    private final Vendor vendor;
    private @Nullable Glide glide;
    private double worldX;
    private double worldY;
    private double x;
    private double y;
    private MarkState state = MarkState.OFFLINE;
    private Fade fade = Fade.LEAST;
    private boolean alerted;

    /** Has no place before its first frame. */
    Mark(Vendor vendor) {
        this.vendor = vendor;
    }

    /** Whose it is. */
    public Vendor vendor() {
        return vendor;
    }

    /** Its middle in this frame, in pixels. */
    public double x() {
        return x;
    }

    /** Its middle in this frame, in pixels. */
    public double y() {
        return y;
    }

    /** Where it is on its way in this frame, in the square of the world. */
    public double worldX() {
        return worldX;
    }

    /** Where it is on its way in this frame, in the square of the world. */
    public double worldY() {
        return worldY;
    }

    /** Its way; null while no fix is known. */
    public @Nullable Glide glide() {
        return glide;
    }

    MarkState state() {
        return state;
    }

    /** How far it has faded, which shows while it is stale. */
    Fade fade() {
        return fade;
    }

    boolean alerted() {
        return alerted;
    }

    Look look() {
        Fix fix = vendor.fix();
        return new Look(state, fix == null ? Double.NaN : fix.heading(), fade);
    }

    /**
     * Moves on to a moment. Which way somebody took who was not heard of for long nobody knows: its
     * mark does not glide.
     *
     * @param still whether it goes to new fixes at once
     * @return whether it is still on its way
     */
    boolean advance(long now, boolean still) {
        Fix fix = vendor.fix();
        if (fix == null) {
            return false;
        }
        Glide way = glide;
        if (way == null || !way.fix().equals(fix)) {
            boolean cut = still || cameOutOfSilence(fix);
            way = way == null || cut ? Glide.at(fix) : way.towards(fix, now);
            glide = way;
        }
        state = MarkState.of(vendor);
        fade = state == MarkState.STALE ? Fade.of(vendor.ageProperty().get()) : Fade.LEAST;
        alerted = vendor.alertedProperty().get();
        worldX = way.x(now);
        worldY = way.y(now);
        return way.moving(now);
    }

    private boolean cameOutOfSilence(Fix next) {
        return state.isOld() && next.interval().compareTo(SILENCE) > 0;
    }

    void place(double screenX, double screenY) {
        x = screenX;
        y = screenY;
    }
}
