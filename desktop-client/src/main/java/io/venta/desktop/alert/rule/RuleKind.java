package io.venta.desktop.alert.rule;

import static io.venta.desktop.fx.Texts.text;

import java.util.Locale;

/** What a rule watches for, and which thresholds make sense. */
public enum RuleKind {
    /** No device is connected and no fresh position comes, for minutes. */
    OFFLINE(1, 1440, 10),
    /** It stays at one spot, for minutes. */
    STOPPED(1, 1440, 30),
    /** It is faster than so many km/h. */
    SPEED(5, 250, 90);

    private final int least;
    private final int most;
    private final int usual;

    RuleKind(int least, int most, int usual) {
        this.least = least;
        this.most = most;
        this.usual = usual;
    }

    /** The lowest threshold. */
    public int least() {
        return least;
    }

    /** The highest threshold. */
    public int most() {
        return most;
    }

    /** What is offered where nobody has said anything. */
    public int usual() {
        return usual;
    }

    /** Whether a threshold makes sense. */
    public boolean allows(int threshold) {
        return threshold >= least && threshold <= most;
    }

    /** {@code Offline for more than 10 min}. */
    public String what(int threshold) {
        return text("rule.what." + key(), threshold);
    }

    /** The lower-case name, as text keys have it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
