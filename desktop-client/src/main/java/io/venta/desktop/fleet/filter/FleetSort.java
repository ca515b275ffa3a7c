package io.venta.desktop.fleet.filter;

import java.util.Locale;

/**
 * The order of the rows. Of whom nothing is known comes last either way; equals go by name.
 *
 * @param by what counts
 * @param descending whether the greatest is on top
 */
public record FleetSort(By by, boolean descending) {

    /** As people look names up. */
    public static final FleetSort BY_NAME = new FleetSort(By.NAME, false);

    /** What can count. */
    public enum By {
        /** The name, as people sort and count. */
        NAME,
        /** The type, by its name. */
        TYPE,
        /** Alerted, moving, stopped, stale, offline. */
        STATE,
        /** How fast it is now. */
        SPEED,
        /** How old its fix is. */
        AGE,
        /** From online to offline. */
        PRESENCE;

        /** The lower-case name, as ids and text keys have it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the order changes by itself as time passes. */
        boolean changesByItself() {
            return this != NAME && this != TYPE;
        }
    }

    /** The order after that column was picked: turned round if it counts already. */
    public FleetSort picked(By column) {
        return column == by
                ? new FleetSort(by, !descending)
                : new FleetSort(column, column == By.SPEED);
    }
}
