package io.venta.desktop.alert;

import io.venta.desktop.alert.rule.Rule;
import io.venta.desktop.vendor.Vendor;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a rule began to hold for a vendor, and what became of it. JavaFX thread only; changed by
 * {@link AlertLog} alone.
 */
final class Alert {

    /**
     * That somebody took notice.
     *
     * @param by who
     * @param at when
     */
    record Acknowledgement(String by, Instant at) {}

    private final Vendor vendor;
    private final Rule rule;
    private final Instant begun;
    private @Nullable Instant ended;
    private @Nullable Acknowledgement acknowledgement;

    /**
     * @param rule as it was then
     */
    Alert(Vendor vendor, Rule rule, Instant begun) {
        this.vendor = vendor;
        this.rule = rule;
        this.begun = begun;
    }

    Vendor vendor() {
        return vendor;
    }

    Rule rule() {
        return rule;
    }

    Instant begun() {
        return begun;
    }

    /** When the rule held no longer; null while it does. */
    @Nullable Instant ended() {
        return ended;
    }

    @Nullable Acknowledgement acknowledgement() {
        return acknowledgement;
    }

    boolean holds() {
        return ended == null;
    }

    boolean isAcknowledged() {
        return acknowledgement != null;
    }

    /** From its beginning to its end, or until now. */
    Duration duration(Instant now) {
        return Duration.between(begun, ended == null ? now : ended);
    }

    void end(Instant at) {
        ended = at;
    }

    void acknowledge(String by, Instant at) {
        acknowledgement = new Acknowledgement(by, at);
    }
}
