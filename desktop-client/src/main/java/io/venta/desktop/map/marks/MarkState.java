package io.venta.desktop.map.marks;

import io.venta.desktop.vendor.Vendor;

/** What a mark tells by its shape and colour, from the quietest to the one that matters most. */
public enum MarkState {
    /** Stale, and no device of it is connected; or never heard of. */
    OFFLINE(0, "offline"),
    /** Older than it should be. */
    STALE(1, "stale"),
    /** Fresh, not moving. */
    STOPPED(2, "stopped"),
    /** Fresh and moving. */
    MOVING(3, "moving");

    /** How many there are. */
    static final int COUNT = values().length;

    private final int level;
    private final String key;

    MarkState(int level, String key) {
        this.level = level;
        this.key = key;
    }

    static MarkState of(Vendor vendor) {
        return switch (vendor.status()) {
            case MOVING -> MOVING;
            case STOPPED -> STOPPED;
            case STALE -> STALE;
            case OFFLINE, UNLOCATED -> OFFLINE;
        };
    }

    /** Whether it tells that nothing was heard for long. */
    boolean isOld() {
        return this == STALE || this == OFFLINE;
    }

    /** 0 for the quietest, which is drawn first. */
    int level() {
        return level;
    }

    /** As the style sheet's tokens have it. */
    String key() {
        return key;
    }
}
